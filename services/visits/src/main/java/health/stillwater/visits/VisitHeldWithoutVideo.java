package health.stillwater.visits;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/**
 * A visit ended that was not held by live video; it leads nowhere, the patient is asked to book
 * again.
 */
public record VisitHeldWithoutVideo(
        VisitId visit, RequestId request, PatientId subject, PhysicianId physician, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "visit " + visit;
    }
}
