package health.stillwater.portals.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;

/**
 * How a time is said: {@code Tuesday, November 24, 12:00 pm ET}. Always in somebody's zone, and
 * with its name.
 */
public final class Moments {

    /** Staff read Eastern time; the foot of their pages says so. */
    public static final ZoneId HOUSE = ZoneId.of("America/New_York");

    private static final DateTimeFormatter TIME =
            pattern("h:mm ")
                    .appendText(ChronoField.AMPM_OF_DAY, Map.of(0L, "am", 1L, "pm"))
                    .toFormatter(Locale.US);
    private static final DateTimeFormatter DAY = pattern("EEEE, MMMM d").toFormatter(Locale.US);
    private static final DateTimeFormatter DATE = pattern("MMMM d, uuuu").toFormatter(Locale.US);
    private static final DateTimeFormatter SHORT = pattern("MMM d").toFormatter(Locale.US);
    private static final DateTimeFormatter ZONE = pattern("v").toFormatter(Locale.US);

    private Moments() {}

    /** {@code November 24, 2026, 12:00 pm ET}. */
    public static String full(Instant at, ZoneId zone) {
        return DATE.format(at.atZone(zone)) + ", " + time(at, zone);
    }

    /** {@code 12:00 pm ET}. */
    public static String time(Instant at, ZoneId zone) {
        return clock(at, zone) + " " + zone(at, zone);
    }

    /** {@code 12:00 pm}, where the zone is said once for many. */
    public static String clock(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    /** {@code ET}. */
    public static String zone(Instant at, ZoneId zone) {
        return ZONE.format(at.atZone(zone));
    }

    /** {@code Tuesday, November 24}. */
    public static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    /** {@code November 24, 2026}. */
    public static String date(Instant at, ZoneId zone) {
        return DATE.format(at.atZone(zone));
    }

    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** {@code Nov 24}, for tables and charts. */
    public static String brief(Instant at, ZoneId zone) {
        return SHORT.format(at.atZone(zone));
    }

    private static DateTimeFormatterBuilder pattern(String pattern) {
        return new DateTimeFormatterBuilder().appendPattern(pattern);
    }
}
