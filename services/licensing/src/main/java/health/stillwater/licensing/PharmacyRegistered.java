package health.stillwater.licensing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A pharmacy joined the program. */
public record PharmacyRegistered(PharmacyId pharmacy, Instant at) implements DomainEvent {

    @Override
    public @Nullable PatientId subject() {
        return null;
    }

    @Override
    public String about() {
        return "pharmacy " + pharmacy;
    }
}
