package health.stillwater.enrollment;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;

/** A patient signed one or more forms. */
public record ConsentsSigned(PatientId subject, Instant at) implements DomainEvent {

    @Override
    public String about() {
        return "patient " + subject;
    }
}
