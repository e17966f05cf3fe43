package health.stillwater.visits;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/** A patient gave a booked time back. */
public record VisitCanceled(
        VisitId visit, RequestId request, PatientId subject, PhysicianId physician, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "visit " + visit;
    }
}
