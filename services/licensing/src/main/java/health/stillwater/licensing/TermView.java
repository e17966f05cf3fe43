package health.stillwater.licensing;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a credential stood for a time.
 *
 * @param from since when we knew it so
 * @param until when that changed; null while it stands
 * @param status what its source had said; null when it had said nothing
 * @param renewalUntil the last day of a renewal that was recorded and not confirmed; null for none
 * @param byOfficer whether a compliance officer said so, not its source
 */
public record TermView(
        CredentialId credential,
        CredentialKind kind,
        @Nullable UsState state,
        Instant from,
        @Nullable Instant until,
        String number,
        @Nullable CredentialStatus status,
        LocalDate validFrom,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate renewalUntil,
        boolean encumbered,
        boolean byOfficer) {}
