package health.stillwater.checkins;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import java.util.UUID;

/** A text did not reach the patient. */
public record MessageUndelivered(UUID message, PatientId subject, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "message " + message;
    }
}
