package health.stillwater.checkins;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import java.util.UUID;

/** A text came in from a patient. */
public record ReplyReceived(UUID reply, PatientId subject, Instant at) implements DomainEvent {

    @Override
    public String about() {
        return "reply " + reply;
    }
}
