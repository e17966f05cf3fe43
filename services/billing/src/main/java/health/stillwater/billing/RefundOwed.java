package health.stillwater.billing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;

/** Money is owed back to a patient; billing staff have it on their list. */
public record RefundOwed(RefundReason reason, PatientId subject, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "refund owed";
    }
}
