package health.stillwater.billing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;

/** A refund came to nothing; a person must look. */
public record RefundFailed(RefundId refund, InvoiceId invoice, PatientId subject, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "refund " + refund;
    }
}
