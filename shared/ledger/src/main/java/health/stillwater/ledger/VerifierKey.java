package health.stillwater.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A name and the Ed25519 key that signs under it (C2SP signed-note).
 *
 * @param raw the public key's 32 bytes
 */
record VerifierKey(String name, byte[] raw) {

    /** How many bytes of a key's hash name it. */
    static final int ID_LENGTH = 4;

    static final int SIGNATURE_LENGTH = 64;

    /** The algorithm's number in C2SP signed notes. */
    private static final byte ED25519 = 1;

    private static final int RAW_LENGTH = 32;

    VerifierKey {
        if (name.isEmpty()
                || name.contains("+")
                || name.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("not a name for a key: " + name);
        }
        if (raw.length != RAW_LENGTH) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes, not " + raw.length);
        }
    }

    /** Reads what {@link #vkey()} wrote, and nothing that differs from it by a letter. */
    static VerifierKey read(String vkey) {
        var parts = vkey.split("\\+", 3);
        if (parts.length == 3) {
            var typed = Base64.getDecoder().decode(parts[2]);
            if (typed.length == 1 + RAW_LENGTH && typed[0] == ED25519) {
                var key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
                if (key.vkey().equals(vkey)) {
                    return key;
                }
            }
        }
        throw new IllegalArgumentException("not a verifier key: " + vkey);
    }

    /** The first four bytes of the hash over name and key: what a signature line begins with. */
    byte[] id() {
        var named = (name + "\n").getBytes(UTF_8);
        return Arrays.copyOf(Sha256.of(named, new byte[] {ED25519}, raw), ID_LENGTH);
    }

    /** As verifiers keep it (C2SP vkey): {@code name+id+base64}. */
    String vkey() {
        var typed = new byte[1 + RAW_LENGTH];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, RAW_LENGTH);
        return name
                + "+"
                + HexFormat.of().formatHex(id())
                + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    boolean verifies(byte[] message, byte[] signature) {
        return signature.length == SIGNATURE_LENGTH
                && Ed25519.verify(signature, 0, raw, 0, message, 0, message.length);
    }
}
