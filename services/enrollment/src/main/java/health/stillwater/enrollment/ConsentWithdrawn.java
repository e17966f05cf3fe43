package health.stillwater.enrollment;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;

/** A patient took a consent back. */
public record ConsentWithdrawn(PatientId subject, Instant at) implements DomainEvent {

    @Override
    public String about() {
        return "patient " + subject;
    }
}
