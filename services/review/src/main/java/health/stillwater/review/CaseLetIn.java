package health.stillwater.review;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/** The gate let a case into the queue. */
public record CaseLetIn(RequestId request, PatientId subject, Instant at) implements DomainEvent {

    @Override
    public String about() {
        return "case " + request;
    }
}
