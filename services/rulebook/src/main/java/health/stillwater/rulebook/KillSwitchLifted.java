package health.stillwater.rulebook;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A second officer lifted a stop that one had put on. */
public record KillSwitchLifted(long number, Instant at) implements DomainEvent {

    @Override
    public @Nullable PatientId subject() {
        return null;
    }

    @Override
    public String about() {
        return "kill switch " + number;
    }
}
