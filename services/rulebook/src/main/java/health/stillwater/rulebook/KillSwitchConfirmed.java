package health.stillwater.rulebook;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A second officer confirmed a stop. */
public record KillSwitchConfirmed(long number, Instant at) implements DomainEvent {

    @Override
    public @Nullable PatientId subject() {
        return null;
    }

    @Override
    public String about() {
        return "kill switch " + number;
    }
}
