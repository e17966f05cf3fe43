package health.stillwater.review;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A physician decided too much too fast; compliance asks why. */
public record ConcernOpened(UUID concern, PhysicianId physician, Instant at)
        implements DomainEvent {

    @Override
    public @Nullable PatientId subject() {
        return null;
    }

    @Override
    public String about() {
        return "concern " + concern + ", physician " + physician;
    }
}
