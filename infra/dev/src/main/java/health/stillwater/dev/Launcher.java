package health.stillwater.dev;

import health.stillwater.sandbox.ChildProcesses;
import health.stillwater.sandbox.LocalPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/**
 * Starts the whole of Stillwater on one machine: database and sandbox first, then sign-in server
 * and application at the same time. {@code Ctrl-C} ends it all, and so does killing it.
 */
public final class Launcher {

    private final Setup setup;
    private final Progress progress;
    private final Running running;

    private Launcher(Setup setup, Progress progress) {
        this.setup = setup;
        this.progress = progress;
        this.running = new Running(progress);
    }

    public static void main(String[] arguments) {
        var progress = new Progress(System.out);
        try {
            var setup = Setup.from(System.getenv());
            System.setProperty(
                    "stillwater.logs",
                    setup.logs().toString()); // for logback.xml, before the first logger
            var launcher = new Launcher(setup, progress);
            launcher.endWithWhoeverStartedUs();
            launcher.start();
            Thread.currentThread().join();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            progress.prints("\nStillwater did not start.\n" + failure.getMessage());
            System.exit(1);
        }
    }

    private void start() throws Exception {
        progress.says("starting in " + setup.home());
        Doors.mustBeFree(setup, PretendedWorld.FAKES);
        running.opened(HomeFolder.claimed(setup));
        var children = running.opened(ChildProcesses.watched());
        var postgres = database(children);
        var clock = new MovableClock(setup.data());
        var world = PretendedWorld.start(setup, clock, running, progress);
        together(
                () -> {
                    SignInServer.start(setup, postgres, children, running, progress);
                    return null;
                },
                () -> {
                    Website.start(setup, postgres, world, clock, running, progress);
                    return null;
                });
        progress.prints(Welcome.words(setup));
    }

    private LocalPostgres database(ChildProcesses children) throws Exception {
        var settings =
                new LocalPostgres.Settings(
                        setup.data().resolve("postgres"),
                        setup.cache(),
                        setup.logs().resolve("postgres.log"),
                        setup.ports().database());
        var postgres = running.opened(LocalPostgres.start(settings, children));
        postgres.prepare(roles());
        progress.says("database ready");
        return postgres;
    }

    /**
     * Does all at the same time; the first failure is ours at once, while the others are still
     * under way.
     */
    @SafeVarargs
    private void together(Callable<Void>... parts) throws Exception {
        var threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().daemon().name("start-", 0).factory());
        var done = new ExecutorCompletionService<Void>(threads);
        for (var part : parts) {
            done.submit(part);
        }
        for (int finished = 0; finished < parts.length; finished++) {
            try {
                done.take().get();
            } catch (ExecutionException failed) {
                throw running.isClosing() || !(failed.getCause() instanceof Exception cause)
                        ? failed
                        : cause;
            }
        }
    }

    /** Maven sets this: when Maven is killed, nobody is left to press Ctrl-C. */
    private void endWithWhoeverStartedUs() {
        if (Boolean.getBoolean("stillwater.ends-with-parent")) {
            ProcessHandle.current()
                    .parent()
                    .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
        }
    }

    private static String roles() throws IOException {
        try (InputStream found = Launcher.class.getResourceAsStream("/db/roles.sql")) {
            if (found == null) {
                throw new CannotStart("db/roles.sql is missing from the class path");
            }
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
