package health.stillwater.checkins;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import java.util.UUID;

/** A patient's answer was alarming; a physician was asked to follow up. */
public record AlarmRaised(UUID reply, PatientId subject, Instant at) implements DomainEvent {

    @Override
    public String about() {
        return "reply " + reply;
    }
}
