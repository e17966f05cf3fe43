package health.stillwater.review;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/** The time promised for a case is over and it is not decided. */
public record CaseOverdue(RequestId request, PatientId subject, Instant at) implements DomainEvent {

    @Override
    public String about() {
        return "case " + request;
    }
}
