package health.stillwater.billing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;

/** A patient's card is on file; nothing was charged. */
public record CardSaved(PatientId subject, Instant at) implements DomainEvent {

    @Override
    public String about() {
        return "card";
    }
}
