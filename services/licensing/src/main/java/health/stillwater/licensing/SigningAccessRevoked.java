package health.stillwater.licensing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A physician may not sign any more. Why, stands with the access. */
public record SigningAccessRevoked(UUID access, PhysicianId physician, Instant at)
        implements DomainEvent {

    @Override
    public @Nullable PatientId subject() {
        return null;
    }

    @Override
    public String about() {
        return "signing access " + access + ", physician " + physician;
    }
}
