package health.stillwater.review;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/** A physician wanted a case and the gate said no; nothing was claimed. */
public record ClaimStopped(RequestId request, PatientId subject, PhysicianId physician, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "case " + request;
    }
}
