package health.stillwater.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Thirty-two physicians at once over a backlog of waiting cases: claims and decisions a second, in
 * one run beside the limit (the same statements by primary key), a plain JPA pessimistic lock and
 * Flowable's task claim. Before anything is timed, the checker of the history must find a planted
 * race.
 */
final class QueueBench {

    private static final int PHYSICIANS = Integer.getInteger("queue.physicians", 32);
    private static final int SECONDS = Integer.getInteger("queue.seconds", 6);
    private static final int WARM_UP = 3;
    private static final int ROUNDS = Integer.getInteger("queue.rounds", 1);
    private static final String SIZES = System.getProperty("queue.sizes", "10000,100000");
    private static final String KINDS = System.getProperty("queue.kinds", "");
    private static final int FLOWABLE_UP_TO = Integer.getInteger("queue.flowable", 100_000);

    private QueueBench() {}

    public static void main(String[] arguments) throws Exception {
        try (var database = Backlog.start()) {
            plantedRaceIsFound(database);
            var sizes = Arrays.stream(SIZES.split(",")).map(Integer::parseInt).toList();
            var seen = new LinkedHashMap<String, Map<Integer, List<Times.Sum>>>();
            for (int round = 0; round < ROUNDS; round++) {
                for (var size : sizes) {
                    for (var kind : Kind.values()) {
                        if (asked(kind) && (kind != Kind.FLOWABLE || size <= FLOWABLE_UP_TO)) {
                            seen.computeIfAbsent(kind.title, _ -> new LinkedHashMap<>())
                                    .computeIfAbsent(size, _ -> new ArrayList<>())
                                    .add(measure(database, kind, size));
                        }
                    }
                }
            }
            print(seen);
        }
    }

    private static boolean asked(Kind kind) {
        return KINDS.isEmpty() || Arrays.asList(KINDS.split(",")).contains(kind.name());
    }

    /** What is compared. */
    private enum Kind {
        BY_KEY("limit: by primary key"),
        NEXT("next case, claim and decision in two commits"),
        COMBINED("next case, decision and next claim in one commit"),
        JPA("JPA, pessimistic lock"),
        FLOWABLE("Flowable, task claim");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        WorkDesk desk(Backlog database, int physician, int size) throws Exception {
            return switch (this) {
                case BY_KEY -> new ByKeyDesk(database, physician, PHYSICIANS);
                case NEXT -> new NextDesk(database, physician, false);
                case COMBINED -> new NextDesk(database, physician, true);
                case JPA -> new JpaDesk(database, physician);
                case FLOWABLE -> new FlowableDesk(database, physician);
            };
        }
    }

    private static Times.Sum measure(Backlog database, Kind kind, int size) throws Exception {
        fill(database, kind, size);
        shift(index -> kind.desk(database, index, size), WARM_UP);
        fill(database, kind, size);
        var sum = shift(index -> kind.desk(database, index, size), SECONDS);
        var faults = kind == Kind.FLOWABLE ? FlowableDesk.claimedTwice() : database.faults();
        if (!faults.isEmpty()) {
            throw new IllegalStateException(kind.title + ": " + faults.getFirst());
        }
        System.out.printf("%s, %,d: %s%n", kind.title, size, sum.words());
        return sum;
    }

    private static void fill(Backlog database, Kind kind, int size) throws Exception {
        if (kind == Kind.FLOWABLE) {
            FlowableDesk.fill(database, size);
        } else {
            database.fill(size);
        }
    }

    private interface Opening {
        WorkDesk desk(int physician) throws Exception;
    }

    /** Everybody works for a while, each on a connection of their own. */
    private static Times.Sum shift(Opening opening, int seconds) throws Exception {
        var all = new ArrayList<Times>();
        var threads = new ArrayList<Thread>();
        var broken = new ArrayList<Exception>();
        var desks = new ArrayList<WorkDesk>();
        for (int i = 0; i < PHYSICIANS; i++) {
            desks.add(opening.desk(i));
        }
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        for (var desk : desks) {
            var times = new Times();
            all.add(times);
            threads.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        try (desk) {
                                            while (System.nanoTime() < end && desk.work(times)) {}
                                        } catch (Exception failure) {
                                            synchronized (broken) {
                                                broken.add(failure);
                                            }
                                        }
                                    }));
        }
        var began = System.nanoTime();
        for (var thread : threads) {
            thread.join();
        }
        if (!broken.isEmpty()) {
            throw broken.getFirst();
        }
        return Times.sum(all, System.nanoTime() - began);
    }

    private static void plantedRaceIsFound(Backlog database) throws Exception {
        database.fill(500);
        database.withoutItsGuards(true);
        shift(index -> new PlantedDesk(database, index), 2);
        database.withoutItsGuards(false);
        var faults = database.faults();
        if (faults.isEmpty()) {
            throw new IllegalStateException("the checker found nothing in a planted race");
        }
        System.out.println("planted race: found, for one " + faults.getFirst());
    }

    private static void print(Map<String, Map<Integer, List<Times.Sum>>> seen) {
        System.out.println();
        System.out.println(
                "| variant | waiting | decided a second | claim p50 / p99 ms | of the limit |");
        System.out.println("|---|---|---|---|---|");
        var limit = seen.getOrDefault(Kind.BY_KEY.title, Map.of());
        seen.forEach(
                (title, sizes) ->
                        sizes.forEach(
                                (size, sums) -> {
                                    var sum = Times.median(sums);
                                    System.out.printf(
                                            "| %s | %,d | %,.0f | %.1f / %.1f | %.2f |%n",
                                            title,
                                            size,
                                            sum.rate(),
                                            sum.p50(),
                                            sum.p99(),
                                            sum.rate()
                                                    / Times.median(limit.getOrDefault(size, sums))
                                                            .rate());
                                }));
    }
}
