package health.stillwater.portals.patient;

import health.stillwater.enrollment.LocationView;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.portals.shell.Choice;
import health.stillwater.portals.shell.Moments;
import health.stillwater.visits.Slot;
import health.stillwater.visits.VisitView;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Choosing a time, or the visit that is booked.
 *
 * @param enrolled whether a time may be chosen yet
 * @param booked the visit to come; null when there is none
 * @param held the visit that was held last; null when there is none
 * @param where the patient said they are today; null when they did not
 * @param zone the zone the times are in, by name; empty when there are none
 * @param physicians whoever has free times; more than one leaves a choice
 * @param with the one physician the patient wants to see; null for anyone
 * @param from the day the times begin; null when there are none
 * @param later the day to look from for more; null when there are none
 */
public record VisitPage(
        boolean enrolled,
        @Nullable VisitView booked,
        @Nullable VisitView held,
        @Nullable LocationView where,
        List<Day> days,
        String zone,
        List<Choice> physicians,
        @Nullable PhysicianId with,
        @Nullable LocalDate from,
        @Nullable LocalDate later) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("vvvv", Locale.US);
    private static final int DAYS = 3;
    private static final int NOON = 12;

    /** One day where the patient lives, and its times. */
    public record Day(LocalDate date, String title, List<Half> halves) {}

    /** Morning or afternoon. */
    public record Half(String title, List<Choice> times) {}

    static VisitPage notYet() {
        return new VisitPage(false, null, null, null, List.of(), "", List.of(), null, null, null);
    }

    static VisitPage booked(VisitView visit, @Nullable LocationView where) {
        return new VisitPage(true, visit, null, where, List.of(), "", List.of(), null, null, null);
    }

    static VisitPage held(VisitView visit) {
        return new VisitPage(true, null, visit, null, List.of(), "", List.of(), null, null, null);
    }

    /** Each time once: with the physician the patient wants, or with the first who is free then. */
    static VisitPage of(List<Slot> slots, @Nullable PhysicianId with) {
        var byDay = new TreeMap<LocalDate, List<Slot>>();
        for (var slot : slots) {
            if (with != null && !with.equals(slot.physician())) {
                continue;
            }
            var day = byDay.computeIfAbsent(slot.local().toLocalDate(), _ -> new ArrayList<>());
            if (day.stream().noneMatch(other -> other.startsAt().equals(slot.startsAt()))) {
                day.add(slot);
            }
        }
        var days =
                byDay.entrySet().stream()
                        .limit(DAYS)
                        .map(
                                day ->
                                        new Day(
                                                day.getKey(),
                                                DAY.format(day.getKey()),
                                                halves(day.getValue())))
                        .toList();
        var later = byDay.keySet().stream().skip(DAYS).findFirst().orElse(null);
        var physicians =
                slots.stream()
                        .map(slot -> Choice.of(slot.physician().toString(), slot.physicianName()))
                        .distinct()
                        .toList();
        var zone = slots.isEmpty() ? "" : ZONE.format(slots.getFirst().local());
        var from = byDay.isEmpty() ? null : byDay.firstKey();
        return new VisitPage(true, null, null, null, days, zone, physicians, with, from, later);
    }

    private static List<Half> halves(List<Slot> slots) {
        var halves = new LinkedHashMap<String, List<Choice>>();
        for (var slot : slots) {
            var title = slot.local().getHour() < NOON ? "Morning" : "Afternoon";
            halves.computeIfAbsent(title, _ -> new ArrayList<>()).add(time(slot));
        }
        return halves.entrySet().stream()
                .map(half -> new Half(half.getKey(), half.getValue()))
                .toList();
    }

    private static Choice time(Slot slot) {
        return new Choice(
                slot.physician() + "|" + slot.startsAt(),
                Moments.clock(slot.startsAt(), slot.local().getZone()),
                slot.physicianName());
    }
}
