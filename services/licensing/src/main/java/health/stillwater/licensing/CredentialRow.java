package health.stillwater.licensing;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One credential, for a page.
 *
 * @param holder the physician's or the pharmacy's name
 * @param status what the source last said; null while it was never asked
 * @param expiresOn the last day on which it is valid, as far as known
 * @param lastCheckedAt when the source was last asked; null while it never was
 * @param source who was asked; null while nobody was
 * @param missing what stands in the way of using it, in words; empty when nothing does
 */
public record CredentialRow(
        CredentialId id,
        String holder,
        CredentialKind kind,
        UsState state,
        String number,
        @Nullable CredentialStatus status,
        LocalDate expiresOn,
        @Nullable Instant lastCheckedAt,
        @Nullable String source,
        String missing) {}
