package health.stillwater.prescribing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/** A physician wrote on a decision that is not signed yet. */
public record DraftSaved(
        RequestId request, PatientId subject, PhysicianId physician, int version, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "draft " + version + " for request " + request;
    }
}
