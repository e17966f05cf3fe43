package health.stillwater.prescribing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;
import java.util.UUID;

/** A second physician signed what the protocol asks a second signature for. */
public record SecondSigned(
        UUID second, RequestId request, PatientId subject, PhysicianId physician, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "second signature " + second + " for request " + request;
    }
}
