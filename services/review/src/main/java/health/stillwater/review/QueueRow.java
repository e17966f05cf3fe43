package health.stillwater.review;

import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A case as the queue shows it: enough to choose by, and no name. Who it is, a physician learns by
 * opening it, which leaves a trace.
 *
 * @param reference a short name of the case for people
 * @param known whether this physician saw the patient on video
 * @param mineUntil when this physician's own claim ends; empty for a case nobody holds
 * @param heldBecause what the gate says, for a case of one's own that is not in the queue yet
 */
public record QueueRow(
        RequestId caseId,
        String reference,
        UsState state,
        CaseStage stage,
        Risk risk,
        Instant dueAt,
        boolean overdue,
        boolean known,
        Optional<Instant> mineUntil,
        List<String> heldBecause) {

    /**
     * One's own claims, then the patients one knows, then by risk and due time; what is held comes
     * last.
     */
    static final Comparator<QueueRow> ORDER =
            Comparator.<QueueRow, Boolean>comparing(row -> row.stage == CaseStage.HELD)
                    .thenComparing(row -> row.mineUntil.isEmpty())
                    .thenComparing(row -> !row.known)
                    .thenComparing(QueueRow::risk)
                    .thenComparing(QueueRow::dueAt)
                    .thenComparing(QueueRow::reference);
}
