package health.stillwater.prescribing;

import health.stillwater.kernel.RequestId;
import java.time.Instant;
import java.util.UUID;

/**
 * A decision marked ready to sign: the frozen text, its hash, and the nonce the second factor must
 * carry back.
 *
 * @param hash SHA-256 of the text's canonical bytes, in hex
 * @param nonce base64url; bound to this request and this hash; good once
 */
public record SigningRequest(
        UUID id,
        RequestId caseId,
        long fence,
        SignedText text,
        String hash,
        String nonce,
        Instant readyAt,
        Instant expiresAt,
        State state) {

    /** Where it stands. Every legal move is on this page. */
    public enum State {
        /** Waits for the second factor. */
        OPEN,
        /** Signed. */
        USED,
        /** Changed, stopped or too old: mark it ready again. */
        VOID;

        boolean mayBecome(State next) {
            return switch (this) {
                case OPEN -> next == USED || next == VOID;
                case USED, VOID -> false;
            };
        }
    }

    /** What the physician is told they do by signing. */
    public String statement() {
        return text.statement().text();
    }
}
