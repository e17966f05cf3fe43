package health.stillwater.billing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.prescribing.DecisionId;
import java.time.Instant;

/** An approved decision will start a monthly plan, as soon as Stripe can be asked. */
public record SubscriptionPlanned(
        SubscriptionId subscription, DecisionId decision, PatientId subject, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "subscription " + subscription;
    }
}
