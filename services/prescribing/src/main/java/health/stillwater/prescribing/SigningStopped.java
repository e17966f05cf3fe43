package health.stillwater.prescribing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import java.time.Instant;
import java.util.UUID;

/** The gate stopped a signature in its last moment. */
public record SigningStopped(UUID signing, PatientId subject, PhysicianId physician, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "signing " + signing;
    }
}
