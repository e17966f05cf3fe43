package health.stillwater.testing;

import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Runs what is due until something is so: time stands still, so no task would look for itself. */
public final class DueTasks {

    private static final Duration LOOK = Duration.ofMillis(30);
    private static final int LOOKS_IN_VAIN = 120;

    private DueTasks() {}

    /** No task runs from here on, until {@code tasks.resume()}. */
    public static void rest(Scheduler tasks) {
        tasks.pause();
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(LOOK)
                .until(() -> tasks.getCurrentlyExecuting().isEmpty());
    }

    /**
     * A task that fails plans its next try by the clock as it stands then. When the test moved the
     * clock a moment before, that try lies ahead of a time that stands still: so after looking in
     * vain for a while, time passes too.
     *
     * <p>What a thread of the scheduler throws when a task was taken from under its hands is not
     * the test's concern.
     */
    public static void runUntil(Scheduler tasks, TestClock clock, BooleanSupplier so) {
        var looks = new AtomicInteger();
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(40))
                .pollInterval(LOOK)
                .until(
                        () -> {
                            if (looks.incrementAndGet() % LOOKS_IN_VAIN == 0) {
                                clock.passes(Duration.ofSeconds(20));
                            }
                            tasks.triggerCheckForDueExecutions();
                            return so.getAsBoolean();
                        });
    }
}
