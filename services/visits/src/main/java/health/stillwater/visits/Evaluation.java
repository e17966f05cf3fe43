package health.stillwater.visits;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import java.time.Instant;
import java.time.LocalDate;

/** A line of the register, as it is kept. */
record Evaluation(
        EvaluationId id,
        PatientId patient,
        PhysicianId physician,
        LocalDate on,
        String place,
        String othersPresent,
        String document,
        Instant recordedAt,
        boolean struck,
        String struckBecause) {

    EvaluationView view(String physicianName) {
        return new EvaluationView(
                id,
                patient,
                physician,
                physicianName,
                on,
                place,
                othersPresent,
                document,
                recordedAt,
                struck,
                struckBecause);
    }
}
