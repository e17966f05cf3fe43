package health.stillwater.licensing;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One credential, for a page.
 *
 * @param whose whose it is
 * @param holder the physician's, the pharmacy's or the organization's name
 * @param state null for what holds in every state alike
 * @param status what the source last said; null while it was never asked
 * @param expiresOn the last day on which it is valid, as far as known; null for what has none
 * @param daysLeft whole days to that day, where the credential counts; negative once it is over;
 *     null when there is no such day, or nobody knows where it ends
 * @param renewalUntil the last day of a renewal that the source has not confirmed; null for none
 * @param lastCheckedAt when the source was last heard; null while it never was
 * @param source who was asked; null while nobody was
 * @param missing what stands in the way of using it, in words; empty when nothing does
 * @param note what is worth knowing beside that; empty for nothing
 */
public record CredentialRow(
        CredentialId id,
        Holder whose,
        String holder,
        CredentialKind kind,
        @Nullable UsState state,
        String number,
        @Nullable CredentialStatus status,
        @Nullable LocalDate expiresOn,
        @Nullable Long daysLeft,
        @Nullable LocalDate renewalUntil,
        @Nullable Instant lastCheckedAt,
        @Nullable String source,
        String missing,
        String note) {

    /** {@code DEA registration, Florida}. */
    public String title() {
        return kind.title() + (state == null ? "" : ", " + state.title());
    }
}
