package health.stillwater.review;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/** A physician looks once more at a case that was decided. */
public record CaseTakenUpAgain(
        RequestId request, PatientId subject, PhysicianId physician, long fence, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "case " + request + ", claim " + fence;
    }
}
