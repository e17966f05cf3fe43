package health.stillwater.rulebook;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stop ended by the word of two. */
public record KillSwitchReleased(long number, Instant at) implements DomainEvent {

    @Override
    public @Nullable PatientId subject() {
        return null;
    }

    @Override
    public String about() {
        return "kill switch " + number;
    }
}
