package health.stillwater.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The programs this one starts. None of them outlives it, not even when it is killed: a small shell
 * beside them reads from a pipe that only we hold, and ends them all when the pipe breaks.
 */
public final class ChildProcesses implements AutoCloseable {

    /**
     * Keeps "signal:pid" of everything it must end; has a session of its own where the system
     * offers one.
     */
    private static final String WATCHDOG =
            """
            if [ -z "$1" ] && command -v setsid >/dev/null 2>&1; then exec setsid sh -c "$0" "$0" alone; fi
            trap '' INT HUP TERM
            kept=''
            while read -r word signal pid; do
                case "$word" in
                    keep) kept="$kept $signal:$pid" ;;
                    drop)
                        left=''
                        for one in $kept; do [ "${one#*:}" = "$pid" ] || left="$left $one"; done
                        kept="$left" ;;
                esac
            done
            for one in $kept; do kill -s "${one%%:*}" "${one#*:}" 2>/dev/null; done
            for second in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
                alive=''
                for one in $kept; do kill -0 "${one#*:}" 2>/dev/null && alive=yes; done
                [ -n "$alive" ] || exit 0
                sleep 1
            done
            for one in $kept; do kill -s KILL "${one#*:}" 2>/dev/null; done
            """;

    /**
     * Ctrl-C goes to the whole foreground group; children ignore it, since we end them in our own
     * order.
     */
    private static final String DEAF_TO_CTRL_C = "trap '' INT; exec \"$@\"";

    private final Process watchdog;
    private final OutputStream pipe;

    private ChildProcesses(Process watchdog) {
        this.watchdog = watchdog;
        this.pipe = watchdog.getOutputStream();
    }

    /** Starts the watchdog. Closing ends it and whatever it still watches. */
    public static ChildProcesses watched() {
        try {
            return new ChildProcesses(
                    new ProcessBuilder("sh", "-c", WATCHDOG, WATCHDOG)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start());
        } catch (IOException noShell) {
            throw new UncheckedIOException(
                    "A shell (sh) is needed to look after the child processes", noShell);
        }
    }

    /** Starts a program that ends with us. */
    public Process start(ProcessBuilder program) throws IOException {
        var command = new ArrayList<>(List.of("sh", "-c", DEAF_TO_CTRL_C, "sh"));
        command.addAll(program.command());
        var process = program.command(command).start();
        keep(process.pid(), "TERM");
        process.onExit().thenRun(() -> drop(process.pid()));
        return process;
    }

    /** Looks after a process somebody else started for us. */
    public void keep(long pid, String signal) {
        tell("keep " + signal + " " + pid);
    }

    /** That process ended in good order, and its number may soon be another's. */
    public void drop(long pid) {
        tell("drop - " + pid);
    }

    private synchronized void tell(String line) {
        try {
            pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException watchdogGone) {
            // It ends only when we are closing; the children are then being ended anyway.
        }
    }

    @Override
    public void close() {
        try {
            pipe.close();
            watchdog.waitFor();
        } catch (IOException alreadyClosed) {
            // nothing is left to close
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
