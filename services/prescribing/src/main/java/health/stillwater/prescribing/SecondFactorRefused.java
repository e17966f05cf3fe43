package health.stillwater.prescribing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import java.time.Instant;
import java.util.UUID;

/** Somebody tried to sign with a second factor that does not sign this. */
public record SecondFactorRefused(
        UUID signing, PatientId subject, PhysicianId physician, Instant at) implements DomainEvent {

    @Override
    public String about() {
        return "signing " + signing;
    }
}
