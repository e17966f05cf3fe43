package health.stillwater.outlook;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import health.stillwater.rulebook.SnapshotView;
import health.stillwater.visits.EvaluationView;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one patient is stopped, or is not.
 *
 * @param standing where the request stands, in a sentence
 * @param now what the gate says at this moment, at the step that comes next
 * @param kept what it last said at each moment, the latest first
 * @param coveredThrough the last day for which they have medicine; null before any prescription
 */
public record PatientOutlook(
        PatientId patient,
        RequestId request,
        String reference,
        String standing,
        SnapshotView now,
        List<SnapshotView> kept,
        List<EvaluationView> evaluations,
        @Nullable LocalDate coveredThrough) {}
