package health.stillwater.checkins;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours of the day in which we may begin a conversation, on the patient's own clock.
 *
 * @param opens the first minute we may send in
 * @param closes the first minute we may not
 */
record SendingHours(LocalTime opens, LocalTime closes) {

    SendingHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException(
                    "The hours must open before they close: " + opens + " to " + closes);
        }
    }

    boolean openAt(Instant instant, ZoneId zone) {
        var time = instant.atZone(zone).toLocalTime();
        return !time.isBefore(opens) && time.isBefore(closes);
    }

    /** This instant, or, when it lies in the night, the morning after it. */
    Instant nextOpen(Instant instant, ZoneId zone) {
        if (openAt(instant, zone)) {
            return instant;
        }
        var local = instant.atZone(zone);
        var day =
                local.toLocalTime().isBefore(opens)
                        ? local.toLocalDate()
                        : local.toLocalDate().plusDays(1);
        return day.atTime(opens).atZone(zone).toInstant();
    }

    /** How long it stays open. */
    Duration leftAt(Instant instant, ZoneId zone) {
        var closing = instant.atZone(zone).toLocalDate().atTime(closes).atZone(zone).toInstant();
        return openAt(instant, zone) ? Duration.between(instant, closing) : Duration.ZERO;
    }

    /** A time of day on the patient's clock, whatever the clock did in the night. */
    static Instant on(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
