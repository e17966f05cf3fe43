package health.stillwater.portals.pharmacy;

import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Moments;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** When a package arrived, as it was typed: the carrier's day and time, Eastern. */
record DeliveryForm(String day, String time) {

    /** The instant; empty while one of the two cannot be read. */
    Optional<Instant> at() {
        return date().flatMap(
                        date ->
                                clock().map(
                                                at ->
                                                        date.atTime(at)
                                                                .atZone(Moments.HOUSE)
                                                                .toInstant()));
    }

    FieldErrors errors(@Nullable Instant shippedAt, Instant now) {
        var wrong = new LinkedHashMap<String, String>();
        if (date().isEmpty()) {
            wrong.put("day", "Enter the day it arrived, for example 2026-11-24.");
        }
        if (clock().isEmpty()) {
            wrong.put("time", "Enter the time it arrived, for example 14:30.");
        }
        at().ifPresent(
                        at -> {
                            if (at.isAfter(now)) {
                                wrong.put("day", "This time has not come yet.");
                            } else if (shippedAt != null
                                    && at.isBefore(shippedAt.truncatedTo(ChronoUnit.MINUTES))) {
                                wrong.put(
                                        "day",
                                        "It was shipped later than that: "
                                                + Moments.full(shippedAt, Moments.HOUSE)
                                                + ".");
                            }
                        });
        return new FieldErrors(wrong);
    }

    private Optional<LocalDate> date() {
        return read(day, LocalDate::parse);
    }

    private Optional<LocalTime> clock() {
        return read(time, LocalTime::parse);
    }

    private static <T> Optional<T> read(String typed, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(typed.strip()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
