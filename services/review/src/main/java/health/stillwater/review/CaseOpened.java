package health.stillwater.review;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/** A finished video visit brought a request before the physicians. */
public record CaseOpened(RequestId request, PatientId subject, Instant at) implements DomainEvent {

    @Override
    public String about() {
        return "case " + request;
    }
}
