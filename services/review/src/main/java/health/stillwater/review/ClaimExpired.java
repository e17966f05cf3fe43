package health.stillwater.review;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/** A claim came to its end without a decision; the case waits again. */
public record ClaimExpired(
        RequestId request, PatientId subject, PhysicianId physician, long fence, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "case " + request + ", claim " + fence;
    }
}
