package health.stillwater.review;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;
import java.util.UUID;

/** What a case waited for has come: an answer, an opinion, or its time. */
public record PauseEnded(
        UUID pause, RequestId request, PatientId subject, PauseKind kind, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "case " + request + ", " + kind;
    }
}
