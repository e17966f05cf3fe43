package health.stillwater.enrollment;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/** A patient with an account began to enroll. */
public record EnrollmentBegun(RequestId request, PatientId subject, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "request " + request;
    }
}
