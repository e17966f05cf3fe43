package health.stillwater.review;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A case as the queue shows it: enough to choose by, and no name. Who it is, a physician learns by
 * opening it, which leaves a trace.
 *
 * @param reference a short name of the case for people
 * @param known whether this physician saw the patient on video
 * @param mineUntil when this physician's own claim ends; empty for a case nobody holds
 * @param keptUntil until when a colleague is offered it first; empty when nobody is
 * @param pause what it waits for, when its physician set it aside
 * @param heldBecause what the gate says, for a case of one's own that is not in the queue yet
 */
public record QueueRow(
        RequestId caseId,
        String reference,
        CaseKind kind,
        UsState state,
        CaseStage stage,
        Risk risk,
        Instant dueAt,
        boolean overdue,
        boolean known,
        Optional<Instant> mineUntil,
        Optional<Instant> keptUntil,
        Optional<PauseKind> pause,
        List<String> heldBecause) {

    static QueueRow of(ReviewCase shown, PhysicianId asking, Instant now) {
        var mine = shown.claimOf(asking, now);
        var overtaken = shown.stage() == CaseStage.CLAIMED && mine.isEmpty();
        return new QueueRow(
                shown.id(),
                reference(shown.id()),
                shown.kind(),
                shown.state(),
                overtaken ? CaseStage.WAITING : shown.stage(),
                shown.risk(),
                shown.dueAt(),
                shown.isOverdue(now),
                asking.equals(shown.visitPhysician()),
                mine.map(Claim::until),
                shown.keeping()
                        .filter(kept -> kept.holdsAt(now) && !kept.physician().equals(asking))
                        .map(Keeping::until),
                shown.pausing().map(Pausing::kind),
                shown.heldBecause());
    }

    /** A short name for people, on pages that do not name the patient. */
    static String reference(RequestId id) {
        return "SW-" + id.toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }
}
