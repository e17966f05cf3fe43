package health.stillwater.review;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/** The gate stops a case on its way into the queue. */
public record CaseHeld(RequestId request, PatientId subject, Instant at) implements DomainEvent {

    @Override
    public String about() {
        return "case " + request;
    }
}
