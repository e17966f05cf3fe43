package health.stillwater.outlook;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Staff took the list of those who would be stopped as a file. */
public record AffectedExported(LocalDate on, String filter, int count, Instant at)
        implements DomainEvent {

    @Override
    public @Nullable PatientId subject() {
        return null;
    }

    @Override
    public String about() {
        return "on " + on + ", " + filter + ", " + count + " people";
    }
}
