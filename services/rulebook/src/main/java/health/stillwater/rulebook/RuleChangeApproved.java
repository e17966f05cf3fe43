package health.stillwater.rulebook;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A second officer agreed; the change is in force from its instant. */
public record RuleChangeApproved(long proposal, Instant at) implements DomainEvent {

    @Override
    public @Nullable PatientId subject() {
        return null;
    }

    @Override
    public String about() {
        return "rule change " + proposal;
    }
}
