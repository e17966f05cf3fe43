package health.stillwater.licensing;

import health.stillwater.rulebook.CredentialStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One question to a source and what came of it, or a paper that was brought.
 *
 * @param seenAt the time the answer speaks of
 * @param keptAt when we kept it
 * @param status what it said; null for a silence, and for a paper, which proves nothing
 * @param evidence the reply or document it rests on; null for a silence
 * @param silentBecause what came back instead of an answer; null for an answer
 */
public record VerificationView(
        String source,
        Instant seenAt,
        Instant keptAt,
        @Nullable CredentialStatus status,
        @Nullable LocalDate expiresOn,
        @Nullable String evidence,
        @Nullable String silentBecause) {}
