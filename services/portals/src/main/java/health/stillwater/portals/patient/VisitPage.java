package health.stillwater.portals.patient;

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
import org.jspecify.annotations.Nullable;

/**
 * Choosing a time, or the visit that is booked.
 *
 * @param enrolled whether a time may be chosen yet
 * @param booked the visit to come; null when there is none
 * @param zone the zone the times are in, by name; empty when there are none
 * @param later the day to look from for more; null when there are none
 */
public record VisitPage(
        boolean enrolled, @Nullable VisitView booked, List<Day> days, String zone, @Nullable LocalDate later) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("vvvv", Locale.US);
    private static final int DAYS = 4;

    /** One day where the patient lives, and its times. */
    public record Day(String title, List<Choice> times) {}

    static VisitPage notYet() {
        return new VisitPage(false, null, List.of(), "", null);
    }

    static VisitPage booked(VisitView visit) {
        return new VisitPage(true, visit, List.of(), "", null);
    }

    static VisitPage of(List<Slot> slots) {
        var byDay = new LinkedHashMap<LocalDate, List<Choice>>();
        for (var slot : slots) {
            byDay.computeIfAbsent(slot.local().toLocalDate(), _ -> new ArrayList<>()).add(time(slot));
        }
        var days = byDay.entrySet().stream()
                .limit(DAYS)
                .map(day -> new Day(DAY.format(day.getKey()), List.copyOf(day.getValue())))
                .toList();
        var later = byDay.keySet().stream().skip(DAYS).findFirst().orElse(null);
        return new VisitPage(true, null, days, slots.isEmpty() ? "" : ZONE.format(slots.getFirst().local()), later);
    }

    private static Choice time(Slot slot) {
        return new Choice(
                slot.physician() + "|" + slot.startsAt(),
                Moments.clock(slot.startsAt(), slot.local().getZone()),
                slot.physicianName());
    }
}
