package health.stillwater.checkins;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import java.util.UUID;

/** A text was not sent because the patient does not want it or something overtook it. */
public record MessageWithdrawn(UUID message, PatientId subject, Instant at) implements DomainEvent {

    @Override
    public String about() {
        return "message " + message;
    }
}
