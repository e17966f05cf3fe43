package health.stillwater.dev;

import java.io.PrintStream;

/** What a person sees while everything starts: a line for each part that stands. */
class Progress {

    private final PrintStream screen;
    private final long begun = System.nanoTime();

    Progress(PrintStream screen) {
        this.screen = screen;
    }

    void says(String what) {
        var seconds = (System.nanoTime() - begun) / 1e9;
        screen.printf("[%5.1f s] %s%n", seconds, what);
        screen.flush();
    }

    void prints(String text) {
        screen.println(text);
        screen.flush();
    }
}
