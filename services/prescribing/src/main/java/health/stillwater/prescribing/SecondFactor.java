package health.stillwater.prescribing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the identity provider said about a second factor, from a token whose signature, issuer,
 * audience and expiry were checked where it came in.
 *
 * @param acr the level of the sign-in; an account signed in with a password alone has a lower one
 * @param authTime when the person proved themselves
 * @param nonce what we asked the provider to repeat; bound to the hash of what is signed
 * @param subject whose account it is
 */
public record SecondFactor(String acr, Instant authTime, String nonce, String subject) {

    static final String LEVEL = "gold";
    static final Duration FRESH = Duration.ofSeconds(120);
    static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(5);

    /** Why this factor does not sign that; empty when it does. */
    Optional<String> objectionTo(String signerId, String expectedNonce, Instant now) {
        if (!LEVEL.equals(acr)) {
            return Optional.of("The sign-in was without the second factor.");
        }
        if (authTime.isBefore(now.minus(FRESH))) {
            return Optional.of("The second factor is older than two minutes. Complete it again.");
        }
        if (authTime.isAfter(now.plus(CLOCKS_DIFFER_BY))) {
            return Optional.of("The second factor carries a time that has not come yet.");
        }
        if (!expectedNonce.equals(nonce)) {
            return Optional.of("The second factor was given for something else.");
        }
        if (!signerId.equals(subject)) {
            return Optional.of("The second factor is another person's.");
        }
        return Optional.empty();
    }
}
