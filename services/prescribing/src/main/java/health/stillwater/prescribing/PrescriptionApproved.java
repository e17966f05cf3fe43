package health.stillwater.prescribing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/** A prescription was signed. */
public record PrescriptionApproved(
        DecisionId decision,
        RequestId request,
        PatientId subject,
        PhysicianId physician,
        PharmacyId pharmacy,
        Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "decision " + decision;
    }
}
