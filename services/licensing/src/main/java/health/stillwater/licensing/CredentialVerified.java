package health.stillwater.licensing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.rulebook.CredentialStatus;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A source was asked about a credential, and answered something that was not known before. Every
 * answer is kept, also one that changed nothing.
 */
public record CredentialVerified(CredentialId credential, CredentialStatus status, Instant at)
        implements DomainEvent {

    @Override
    public @Nullable PatientId subject() {
        return null;
    }

    @Override
    public String about() {
        return "credential " + credential + ", " + status.name().toLowerCase(Locale.ROOT);
    }
}
