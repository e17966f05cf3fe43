package health.stillwater.checkins;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import java.util.UUID;

/** An automatic reply was taken by the texting service. */
public record AutomaticReplySent(UUID message, PatientId subject, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "message " + message;
    }
}
