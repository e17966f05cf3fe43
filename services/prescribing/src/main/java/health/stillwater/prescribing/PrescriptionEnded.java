package health.stillwater.prescribing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import java.time.Instant;

/**
 * Nothing more may be filled of a prescription.
 *
 * @param by the decision that ended it
 */
public record PrescriptionEnded(
        DecisionId prescription,
        DecisionId by,
        How how,
        PatientId subject,
        PhysicianId physician,
        Instant at)
        implements DomainEvent {

    /** What became of it. */
    public enum How {
        /** The treatment is stopped. */
        STOPPED,
        /** Another prescription takes its place. */
        CHANGED,
        /** It was signed in error, and a later decision stands in its place. */
        CORRECTED
    }

    @Override
    public String about() {
        return "prescription " + prescription + ", by decision " + by;
    }
}
