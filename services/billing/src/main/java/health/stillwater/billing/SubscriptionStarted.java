package health.stillwater.billing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;

/** Stripe has the monthly plan. Whether the first invoice is paid is news of its own. */
public record SubscriptionStarted(SubscriptionId subscription, PatientId subject, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "subscription " + subscription;
    }
}
