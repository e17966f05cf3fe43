package health.stillwater.enrollment;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import java.time.Instant;

/** A patient completed enrollment and the gate let them through. */
public record PatientEnrolled(RequestId request, PatientId subject, UsState state, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "request " + request;
    }
}
