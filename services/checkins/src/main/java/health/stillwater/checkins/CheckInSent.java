package health.stillwater.checkins;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import java.util.UUID;

/** A check-in was taken by the texting service. */
public record CheckInSent(UUID message, PatientId subject, Instant at) implements DomainEvent {

    @Override
    public String about() {
        return "message " + message;
    }
}
