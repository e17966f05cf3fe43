package health.stillwater.review;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/** A case that was set aside is in the queue again. */
public record CaseWentOn(RequestId request, PatientId subject, Instant at) implements DomainEvent {

    @Override
    public String about() {
        return "case " + request;
    }
}
