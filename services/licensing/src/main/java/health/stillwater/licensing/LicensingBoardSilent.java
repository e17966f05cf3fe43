package health.stillwater.licensing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source was asked about a credential and gave no usable answer; what was known before grows
 * older.
 */
public record LicensingBoardSilent(CredentialId credential, Instant at) implements DomainEvent {

    @Override
    public @Nullable PatientId subject() {
        return null;
    }

    @Override
    public String about() {
        return "credential " + credential;
    }
}
