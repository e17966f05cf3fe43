package health.stillwater.review;

import health.stillwater.enrollment.PatientView;
import health.stillwater.enrollment.RequestView;
import health.stillwater.kernel.RequestId;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.Judgement;
import health.stillwater.visits.VisitRecordView;
import java.util.List;
import java.util.Optional;

/**
 * A case, opened: who it is, what they said, what was found on video, and what the gate says now.
 *
 * @param row what the queue shows of it
 * @param claim this physician's own claim; empty while they only look
 * @param judgement at claim as it would be if this physician held the case now; at queue entry for
 *     a held case
 * @param facts what the gate was told
 * @param heldBecause why it is not in the queue yet
 */
public record CaseView(
        RequestId caseId,
        QueueRow row,
        Optional<Claim> claim,
        PatientView patient,
        RequestView request,
        Optional<VisitRecordView> visit,
        Judgement judgement,
        Facts facts,
        List<String> heldBecause) {}
