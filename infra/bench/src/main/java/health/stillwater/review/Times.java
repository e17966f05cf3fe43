package health.stillwater.review;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/** How long one physician waited for each claim, and how many cases they decided. */
final class Times {

    private long[] claims = new long[4096];
    private int claimed;
    private int decided;

    void claimed(long nanos) {
        if (claimed == claims.length) {
            claims = Arrays.copyOf(claims, claimed * 2);
        }
        claims[claimed++] = nanos;
    }

    void decided() {
        decided++;
    }

    /** Of everybody. */
    record Sum(double rate, double p50, double p99, int decided) {

        String words() {
            return "%,.0f decided a second, claim p50 %.1f ms, p99 %.1f ms, %,d in all"
                    .formatted(rate, p50, p99, decided);
        }
    }

    static Sum sum(List<Times> all, long nanos) {
        var sorted =
                all.stream()
                        .flatMapToLong(each -> LongStream.of(each.claims).limit(each.claimed))
                        .sorted()
                        .toArray();
        var decided = all.stream().mapToInt(each -> each.decided).sum();
        return new Sum(decided * 1e9 / nanos, at(sorted, 0.50), at(sorted, 0.99), decided);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))]
                        / 1e6;
    }

    static Sum median(List<Sum> sums) {
        return sums.stream()
                .sorted(Comparator.comparingDouble(Sum::rate))
                .toList()
                .get(sums.size() / 2);
    }
}
