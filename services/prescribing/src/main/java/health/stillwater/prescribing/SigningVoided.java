package health.stillwater.prescribing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import java.time.Instant;
import java.util.UUID;

/** A text that was ready to sign no longer is. */
public record SigningVoided(UUID signing, PatientId subject, PhysicianId physician, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "signing " + signing;
    }
}
