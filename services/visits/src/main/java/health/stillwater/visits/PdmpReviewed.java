package health.stillwater.visits;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import java.time.Instant;

/** A physician read a prescription-monitoring report for a request. */
public record PdmpReviewed(
        RequestId request, PatientId subject, PhysicianId physician, UsState state, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "request " + request + " " + state;
    }
}
