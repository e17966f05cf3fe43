package health.stillwater.prescribing;

import health.stillwater.ledger.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/**
 * Makes what the identity provider must repeat: nobody can guess it, and it belongs to one text
 * alone.
 */
final class Nonce {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Nonce() {}

    static String boundTo(UUID signing, String hash) {
        var random = new byte[Sha256.LENGTH];
        RANDOM.nextBytes(random);
        var bound =
                Sha256.of(
                        signing.toString().getBytes(StandardCharsets.UTF_8),
                        hash.getBytes(StandardCharsets.UTF_8),
                        random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bound);
    }
}
