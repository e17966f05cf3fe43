package health.stillwater.checkins;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import java.util.UUID;

/** A text was not sent */
public record MessageWithdrawn(UUID  the patient does not want it, or it was overtaken.:message, PatientId subject, Instant at) implements DomainEvent {

    @Override
    public String about() {
        return " the patient does not want it, or it was overtaken.:message " +  the patient does not want it, or it was overtaken.:message;
    }
}
