package health.stillwater.billing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;

/** A monthly plan is to end: its patient asked, or the treatment was stopped. */
public record MembershipEndAsked(SubscriptionId subscription, PatientId subject, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "subscription " + subscription;
    }
}
