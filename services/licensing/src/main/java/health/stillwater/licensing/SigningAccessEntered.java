package health.stillwater.licensing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person entered that a physician may sign; a second has to approve. */
public record SigningAccessEntered(UUID access, PhysicianId physician, Instant at)
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
