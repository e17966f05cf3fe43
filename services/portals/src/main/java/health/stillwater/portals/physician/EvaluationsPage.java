package health.stillwater.portals.physician;

import health.stillwater.enrollment.PatientView;
import health.stillwater.kernel.PatientId;
import health.stillwater.visits.EvaluationView;
import health.stillwater.visits.VisitView;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a physician put on record, and whom they have not evaluated in person.
 *
 * @param without the last visit with each of these patients
 */
public record EvaluationsPage(
        List<EvaluationView> mine, List<VisitView> without, Map<PatientId, PatientView> patients) {

    public String name(PatientId patient) {
        return Objects.requireNonNull(patients.get(patient)).name();
    }
}
