package health.stillwater.billing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import health.stillwater.prescribing.DecisionId;
import java.time.Instant;

/**
 * The money for an approved decision is here, so its order may go out. Told once for each decision.
 */
public record FirstInvoicePaid(
        DecisionId decision, RequestId request, PatientId subject, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "decision " + decision;
    }
}
