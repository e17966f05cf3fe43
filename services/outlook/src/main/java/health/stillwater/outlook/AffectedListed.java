package health.stillwater.outlook;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Staff looked at the list of those who would be stopped. */
public record AffectedListed(LocalDate on, String filter, int page, int count, Instant at)
        implements DomainEvent {

    @Override
    public @Nullable PatientId subject() {
        return null;
    }

    @Override
    public String about() {
        return "on " + on + ", " + filter + ", page " + (page + 1) + ", " + count + " people";
    }
}
