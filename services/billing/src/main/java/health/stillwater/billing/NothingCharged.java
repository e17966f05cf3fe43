package health.stillwater.billing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.prescribing.DecisionId;
import java.time.Instant;

/** A request was declined, and so nothing is charged for it. */
public record NothingCharged(DecisionId decision, PatientId subject, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "decision " + decision;
    }
}
