package health.stillwater.billing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;

/** A patient was sent to Stripe's page to save a card. */
public record CardPageOpened(PatientId subject, Instant at) implements DomainEvent {

    @Override
    public String about() {
        return "card";
    }
}
