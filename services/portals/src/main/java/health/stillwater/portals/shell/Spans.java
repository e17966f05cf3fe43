package health.stillwater.portals.shell;

import java.time.Duration;
import java.time.Instant;

/** How far away a time is, in words: {@code in 35 minutes}, {@code 2 hours late}. */
public final class Spans {

    private static final Duration DAYS_FROM = Duration.ofHours(48);

    private Spans() {}

    /** How a due time stands to now. */
    public static String due(Instant at, Instant now) {
        return now.isAfter(at)
                ? words(Duration.between(at, now)) + " late"
                : "in " + words(Duration.between(now, at));
    }

    /** How long ago something was. */
    public static String ago(Instant at, Instant now) {
        var span = Duration.between(at, now);
        return span.compareTo(Duration.ofMinutes(1)) < 0 ? "just now" : words(span) + " ago";
    }

    private static String words(Duration span) {
        if (span.compareTo(DAYS_FROM) >= 0) {
            return span.toDays() + " days";
        }
        var hours = span.toHours();
        var minutes = span.toMinutesPart();
        if (hours == 0) {
            return count(minutes, "minute");
        }
        return minutes == 0 || hours >= 10
                ? count(hours, "hour")
                : hours + " h " + minutes + " min";
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
