package health.stillwater.enrollment;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;

/** A patient said, or changed, who they are and where they live. */
public record PatientDescribed(PatientId subject, Instant at) implements DomainEvent {

    @Override
    public String about() {
        return "patient " + subject;
    }
}
