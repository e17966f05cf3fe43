package health.stillwater.billing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;

/** Staff asked for a refund. */
public record RefundRequested(RefundId refund, InvoiceId invoice, PatientId subject, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "refund " + refund;
    }
}
