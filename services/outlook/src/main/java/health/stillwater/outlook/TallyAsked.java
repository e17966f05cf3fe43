package health.stillwater.outlook;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody asked who would be stopped on a day to come. */
public record TallyAsked(LocalDate on, String supposition, Instant at) implements DomainEvent {

    @Override
    public @Nullable PatientId subject() {
        return null;
    }

    @Override
    public String about() {
        return "on " + on + (supposition.isEmpty() ? "" : ", suppose " + supposition);
    }
}
