package health.stillwater.billing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;

/** Stripe refused the request for a monthly plan itself; a person must look. */
public record SubscriptionRefused(SubscriptionId subscription, PatientId subject, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "subscription " + subscription;
    }
}
