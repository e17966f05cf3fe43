package health.stillwater.review;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import java.time.Instant;
import java.util.UUID;

/** A physician looked after it and wrote down how. */
public record FollowUpClosed(UUID followUp, PatientId subject, PhysicianId physician, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "follow-up " + followUp;
    }
}
