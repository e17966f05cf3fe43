package health.stillwater.rulebook;

import java.time.Duration;
import java.util.Locale;

/** How ages and values are written in a reason. */
final class Ages {

    private Ages() {}

    /**
     * {@code 31 days}, {@code 25 hours}, {@code 301 seconds}: the largest unit that tells the
     * truth, to two units.
     */
    static String words(Duration age) {
        if (age.compareTo(Duration.ofDays(2)) >= 0) {
            return two(age.toDays(), "day", age.toHoursPart(), "hour");
        }
        if (age.compareTo(Duration.ofHours(2)) >= 0) {
            return two(age.toHours(), "hour", age.toMinutesPart(), "minute");
        }
        return two(age.toMinutes(), "minute", age.toSecondsPart(), "second");
    }

    static String plain(Object value) {
        return value instanceof Enum<?> name
                ? name.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : value.toString();
    }

    private static String two(long large, String unit, int small, String part) {
        return count(large, unit) + (small == 0 ? "" : " " + count(small, part));
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
