package health.stillwater.checkins;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import java.util.UUID;

/** A delivered order set the dates of a patient's check-ins. */
public record CheckInsPlanned(UUID plan, PatientId subject, Instant at) implements DomainEvent {

    @Override
    public String about() {
        return "plan " + plan;
    }
}
