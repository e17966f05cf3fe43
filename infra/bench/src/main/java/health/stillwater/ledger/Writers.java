package health.stillwater.ledger;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Some writers at once, each doing the next thing as soon as the last is done. */
final class Writers {

    static final int COUNT = 16;

    private Writers() {}

    /**
     * How many things they do in a second.
     *
     * @param last what has to be done after they stopped before the time is up; part of the time
     */
    static double inASecond(int seconds, Runnable thing, Runnable last)
            throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        long done = 0;
        try (var threads = Executors.newFixedThreadPool(COUNT)) {
            var work = new ArrayList<Callable<Long>>();
            for (int i = 0; i < COUNT; i++) {
                work.add(
                        () -> {
                            long times = 0;
                            while (System.nanoTime() < end) {
                                thing.run();
                                times++;
                            }
                            return times;
                        });
            }
            for (var each : threads.invokeAll(work)) {
                done += each.get();
            }
        }
        last.run();
        return done * 1e9 / (System.nanoTime() - start);
    }
}
