package health.stillwater.enrollment;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;

/** A patient said where they are now. */
public record LocationAttested(PatientId subject, Instant at) implements DomainEvent {

    @Override
    public String about() {
        return "patient " + subject;
    }
}
