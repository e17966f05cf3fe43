package health.stillwater.review;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/** A physician set a case aside until what it waits for has come. */
public record CasePaused(
        RequestId request, PatientId subject, PhysicianId physician, PauseKind kind, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "case " + request + ", " + kind;
    }
}
