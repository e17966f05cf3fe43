package health.stillwater.visits;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An evaluation in person on record.
 *
 * @param struck whether it was recorded by mistake and counts no more
 * @param struckBecause why; empty unless struck
 */
public record EvaluationView(
        EvaluationId id,
        PatientId patient,
        PhysicianId physician,
        String physicianName,
        LocalDate on,
        String place,
        String othersPresent,
        String document,
        Instant recordedAt,
        boolean struck,
        String struckBecause) {}
