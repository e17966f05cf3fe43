package health.stillwater.ledger;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The log was written out, to be verified elsewhere. */
public record LedgerExported(long size, Instant at) implements DomainEvent {

    @Override
    public @Nullable PatientId subject() {
        return null;
    }

    @Override
    public String about() {
        return "ledger, " + size + " leaves";
    }
}
