package health.stillwater.enrollment;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;

/** A patient was sent to prove who they are. */
public record IdentityCheckStarted(PatientId subject, Instant at) implements DomainEvent {

    @Override
    public String about() {
        return "patient " + subject;
    }
}
