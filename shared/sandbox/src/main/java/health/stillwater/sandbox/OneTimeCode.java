package health.stillwater.sandbox;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an authenticator app on a phone would show: six digits from a secret and the time (RFC 6238,
 * SHA-1, 30 s).
 */
public record OneTimeCode(String digits, Duration left) {

    private static final int PERIOD_SECONDS = 30;
    private static final int SIX_DIGITS = 1_000_000;

    /** The code for this moment, and for how long it stays on the screen. */
    public static OneTimeCode at(Instant now, byte[] secret) {
        var number = truncated(secret, now.getEpochSecond() / PERIOD_SECONDS) % SIX_DIGITS;
        var left = PERIOD_SECONDS - now.getEpochSecond() % PERIOD_SECONDS;
        return new OneTimeCode("%06d".formatted(number), Duration.ofSeconds(left));
    }

    /** RFC 4226, 5.3: four bytes of the digest, from a place the digest itself names. */
    static int truncated(byte[] secret, long counter) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            var digest = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
            return ByteBuffer.wrap(digest, digest[digest.length - 1] & 0xf, Integer.BYTES).getInt()
                    & 0x7fff_ffff;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
