package health.stillwater.licensing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A second person, a DEA registrant, approved that a physician may sign. */
public record SigningAccessApproved(UUID access, PhysicianId physician, Instant at)
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
