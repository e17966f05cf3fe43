package health.stillwater.ledger;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The whole log was recomputed from its leaves. */
public record LedgerVerified(boolean sound, Instant at) implements DomainEvent {

    @Override
    public @Nullable PatientId subject() {
        return null;
    }

    @Override
    public String about() {
        return sound ? "ledger, sound" : "ledger, broken";
    }
}
