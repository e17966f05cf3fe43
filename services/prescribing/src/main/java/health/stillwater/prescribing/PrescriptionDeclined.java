package health.stillwater.prescribing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/** A request was declined, signed. */
public record PrescriptionDeclined(
        DecisionId decision,
        RequestId request,
        PatientId subject,
        PhysicianId physician,
        Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "decision " + decision;
    }
}
