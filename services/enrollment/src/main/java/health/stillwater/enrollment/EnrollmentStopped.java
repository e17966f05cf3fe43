package health.stillwater.enrollment;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/** A patient asked to be enrolled and the gate found something missing or wrong. */
public record EnrollmentStopped(RequestId request, PatientId subject, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "request " + request;
    }
}
