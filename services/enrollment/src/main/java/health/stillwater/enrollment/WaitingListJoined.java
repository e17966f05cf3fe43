package health.stillwater.enrollment;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.UsState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody asked to hear from us when a state opens. */
public record WaitingListJoined(UsState state, Instant at) implements DomainEvent {

    @Override
    public @Nullable PatientId subject() {
        return null;
    }

    @Override
    public String about() {
        return "waiting list " + state;
    }
}
