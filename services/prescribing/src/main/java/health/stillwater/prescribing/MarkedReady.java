package health.stillwater.prescribing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;
import java.util.UUID;

/** A physician marked a decision ready to sign; its text is frozen. */
public record MarkedReady(
        UUID signing, RequestId request, PatientId subject, PhysicianId physician, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "signing " + signing + " for request " + request;
    }
}
