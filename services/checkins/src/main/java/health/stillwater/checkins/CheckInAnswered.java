package health.stillwater.checkins;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import java.util.UUID;

/** A patient answered a check-in; the answer stands in the room. */
public record CheckInAnswered(UUID reply, PatientId subject, Instant at) implements DomainEvent {

    @Override
    public String about() {
        return "reply " + reply;
    }
}
