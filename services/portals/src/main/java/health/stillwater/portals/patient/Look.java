package health.stillwater.portals.patient;

import health.stillwater.audit.AuditRow;
import health.stillwater.kernel.Actor;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Somebody of our staff at a patient's record: who, in which work, and what they did there on one
 * day.
 *
 * @param at the latest time of that day
 * @param times how often on that day
 */
public record Look(String who, String work, String deed, Instant at, int times) {

    /** The same deed of the same person on the same day is told once; the latest comes first. */
    static List<Look> of(List<AuditRow> rows, ZoneId zone) {
        var looks = new LinkedHashMap<List<Object>, Look>();
        rows.stream()
                .filter(row -> row.kind().staff())
                .forEach(
                        row ->
                                looks.merge(
                                        List.of(
                                                row.actorId(),
                                                row.action(),
                                                row.at().atZone(zone).toLocalDate()),
                                        new Look(
                                                row.actorName(),
                                                work(row.kind()),
                                                deed(row.action()),
                                                row.at(),
                                                1),
                                        Look::and));
        return List.copyOf(looks.values());
    }

    private Look and(Look other) {
        return new Look(who, work, deed, at.isAfter(other.at) ? at : other.at, times + other.times);
    }

    /** The trail has words of the program's own for some deeds. */
    private static String deed(String action) {
        return switch (action) {
            case "Seen" -> "Read your record";
            case "Pdmp reviewed" -> "State monitoring report read";
            default -> action;
        };
    }

    private static String work(Actor.Kind kind) {
        return switch (kind) {
            case PHYSICIAN -> "Physician";
            case PHARMACIST -> "Pharmacist, sees orders only";
            case BILLING -> "Billing, sees payments only";
            case COMPLIANCE -> "Compliance, checks our work";
            case NOBODY, VISITOR, PATIENT, SYSTEM -> "";
        };
    }
}
