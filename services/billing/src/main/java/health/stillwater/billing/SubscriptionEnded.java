package health.stillwater.billing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;

/** A monthly plan is over; nothing more is charged. */
public record SubscriptionEnded(SubscriptionId subscription, PatientId subject, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "subscription " + subscription;
    }
}
