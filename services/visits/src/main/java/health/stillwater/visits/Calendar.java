package health.stillwater.visits;

import health.stillwater.licensing.PhysicianView;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which times there are: weekdays from nine to five where the patient lives, in half hours, for two
 * weeks; and one as soon as the next quarter of an hour, on any day, for whoever cannot wait.
 */
final class Calendar {

    static final int DAYS = 14;

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final int HALF_HOURS = 16;
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private Calendar() {}

    /** A time with a physician, taken. */
    record Taken(UUID physician, Instant startsAt) {}

    static List<Slot> open(
            List<PhysicianView> physicians,
            Set<Taken> taken,
            ZoneId zone,
            LocalDate from,
            Instant now) {
        var today = now.atZone(zone).toLocalDate();
        var first = from.isBefore(today) ? today : from;
        var regular =
                IntStream.range(0, DAYS)
                        .mapToObj(first::plusDays)
                        .filter(Calendar::isWeekday)
                        .flatMap(day -> times(day, zone))
                        .filter(time -> time.isAfter(now));
        var soon = first.equals(today) ? Stream.of(nextQuarter(now)) : Stream.<Instant>empty();
        return Stream.concat(soon, regular)
                .distinct()
                .flatMap(
                        time ->
                                physicians.stream()
                                        .filter(physician -> isFree(physician, time, taken))
                                        .map(
                                                physician ->
                                                        new Slot(
                                                                physician.id(),
                                                                physician.name(),
                                                                time,
                                                                time.atZone(zone))))
                .sorted(Comparator.comparing(Slot::startsAt))
                .toList();
    }

    /**
     * A visit lasts half an hour: another that begins less than that before or after is in the way.
     */
    private static boolean isFree(PhysicianView physician, Instant time, Set<Taken> taken) {
        return taken.stream()
                .filter(other -> other.physician().equals(physician.id().value()))
                .noneMatch(
                        other ->
                                Duration.between(other.startsAt(), time)
                                                .abs()
                                                .compareTo(Visit.LENGTH)
                                        < 0);
    }

    /**
     * The quarter an hour is in now, and the one after: a page may be a few minutes old when it is
     * sent.
     */
    static boolean isSoon(Instant time, Instant now) {
        return time.equals(nextQuarter(now)) || time.equals(nextQuarter(now).minus(QUARTER));
    }

    static Instant nextQuarter(Instant now) {
        var hour = now.truncatedTo(ChronoUnit.HOURS);
        var quarters = Duration.between(hour, now).toMinutes() / QUARTER.toMinutes() + 1;
        return hour.plus(QUARTER.multipliedBy(quarters));
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static Stream<Instant> times(LocalDate day, ZoneId zone) {
        return IntStream.range(0, HALF_HOURS)
                .mapToObj(
                        step -> day.atTime(OPENS.plusMinutes(30L * step)).atZone(zone).toInstant());
    }
}
