package health.stillwater.billing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;

/** Stripe could not collect what is due. */
public record ChargeFailed(SubscriptionId subscription, PatientId subject, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "subscription " + subscription;
    }
}
