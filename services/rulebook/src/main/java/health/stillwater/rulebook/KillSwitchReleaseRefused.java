package health.stillwater.rulebook;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The release of a stop was refused; it holds on. */
public record KillSwitchReleaseRefused(long number, Instant at) implements DomainEvent {

    @Override
    public @Nullable PatientId subject() {
        return null;
    }

    @Override
    public String about() {
        return "kill switch " + number;
    }
}
