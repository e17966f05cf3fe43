package health.stillwater.review;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import java.util.UUID;

/** Something happened between decisions that a physician must look at. */
public record FollowUpOpened(UUID followUp, PatientId subject, Instant at) implements DomainEvent {

    @Override
    public String about() {
        return "follow-up " + followUp;
    }
}
