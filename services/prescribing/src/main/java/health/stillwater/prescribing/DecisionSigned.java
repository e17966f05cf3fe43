package health.stillwater.prescribing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/**
 * A physician signed a decision; it is on record, and its leaf is written.
 *
 * @param leaf the number of the leaf; its place in the ledger is given a moment later
 */
public record DecisionSigned(
        DecisionId decision,
        RequestId request,
        PatientId subject,
        PhysicianId physician,
        long leaf,
        Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "decision " + decision;
    }
}
