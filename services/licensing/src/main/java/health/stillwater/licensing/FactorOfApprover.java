package health.stillwater.licensing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What the identity provider said about the second factor of somebody who approves signing access,
 * from a token whose signature, issuer, audience and expiry were checked where it came in.
 *
 * @param acr the level of the sign-in; an account signed in with a password alone has a lower one
 * @param authTime when the person proved themselves
 * @param nonce what the provider was asked to repeat: the id of the access
 * @param subject whose account it is
 */
public record FactorOfApprover(String acr, Instant authTime, String nonce, String subject) {

    private static final String LEVEL = "gold";
    private static final Duration FRESH = Duration.ofSeconds(120);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(5);

    /** Why this factor does not approve that; empty when it does. */
    Optional<String> objectionTo(UUID access, UUID approver, Instant now) {
        if (!LEVEL.equals(acr)) {
            return Optional.of("The sign-in was without the second factor.");
        }
        if (authTime.isBefore(now.minus(FRESH))) {
            return Optional.of("The second factor is older than two minutes. Complete it again.");
        }
        if (authTime.isAfter(now.plus(CLOCKS_DIFFER_BY))) {
            return Optional.of("The second factor carries a time that has not come yet.");
        }
        if (!access.toString().equals(nonce)) {
            return Optional.of("The second factor was given for something else.");
        }
        return approver.toString().equals(subject)
                ? Optional.empty()
                : Optional.of("The second factor is another person's.");
    }
}
