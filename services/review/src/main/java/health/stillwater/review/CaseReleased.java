package health.stillwater.review;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/** A physician gave a case back. */
public record CaseReleased(RequestId request, PatientId subject, PhysicianId physician, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "case " + request;
    }
}
