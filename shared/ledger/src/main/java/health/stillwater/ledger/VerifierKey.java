package health.stillwater.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A name and the Ed25519 key that signs under it (C2SP signed-note).
 *
 * @param raw the public key's 32 bytes
 */
record VerifierKey(String name, byte[] raw) {

    /** The algorithm's number in C2SP signed notes. */
    private static final byte ED25519 = 1;

    /** What X.509 puts before the 32 bytes of every Ed25519 public key. */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

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

    static VerifierKey of(String name, PublicKey key) {
        var encoded = key.getEncoded();
        return new VerifierKey(
                name, Arrays.copyOfRange(encoded, encoded.length - RAW_LENGTH, encoded.length));
    }

    /** The first four bytes of the hash over name and key: what a signature line begins with. */
    byte[] id() {
        var named = (name + "\n").getBytes(UTF_8);
        return Arrays.copyOf(Sha256.of(named, new byte[] {ED25519}, raw), 4);
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
        try {
            var key =
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(x509()));
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }

    private byte[] x509() {
        var encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + RAW_LENGTH);
        System.arraycopy(raw, 0, encoded, X509_PREFIX.length, RAW_LENGTH);
        return encoded;
    }
}
