package health.stillwater.billing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;

/** Money went back to a patient. */
public record Refunded(RefundId refund, InvoiceId invoice, PatientId subject, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "refund " + refund;
    }
}
