package health.stillwater.prescribing;

import health.stillwater.rulebook.Facts;
import java.time.Instant;
import java.util.Optional;

/**
 * Access to signing that was taken away prescribes nothing, whether or not the gate is asked about
 * it (D11 may be off; a revocation never is). It still declines and stops: that harms nobody.
 */
final class SigningRight {

    private SigningRight() {}

    /** Why this physician may not sign that now; empty when nothing is known against it. */
    static Optional<String> objection(Facts facts, PrescriberVerdict verdict, Instant now) {
        var prescriber = facts.prescriber();
        var epcs = prescriber == null ? null : prescriber.epcs();
        var revokedAt = epcs == null ? null : epcs.accessRevokedAt();
        return verdict.prescribes() && revokedAt != null && !revokedAt.isAfter(now)
                ? Optional.of("Your signing access was revoked. Contact the access administrator.")
                : Optional.empty();
    }
}
