package health.stillwater.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A checkpoint as text: origin, size and root, an empty line, a signature (C2SP tlog-checkpoint and
 * signed-note).
 */
final class SignedNote {

    private static final Pattern SHAPE =
            Pattern.compile(
                    """
            (?<origin>[^\\n]+)
            (?<size>0|[1-9]\\d{0,18})
            (?<root>[A-Za-z0-9+/]{43}=)

            — (?<name>[^\\s+]+) (?<signature>[A-Za-z0-9+/]+={0,2})
            """);

    /** A signature line's bytes: four of the key's id, sixty-four of the signature. */
    private static final int SIGNATURE_LENGTH = 4 + 64;

    private SignedNote() {}

    static Checkpoint sign(long size, byte[] root, CheckpointSigner signer) {
        var key = signer.key();
        var body =
                key.name() + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
        var signature = signer.sign(body.getBytes(UTF_8));
        var line = Arrays.copyOf(key.id(), 4 + signature.length);
        System.arraycopy(signature, 0, line, 4, signature.length);
        var note =
                body + "\n— " + key.name() + " " + Base64.getEncoder().encodeToString(line) + "\n";
        return new Checkpoint(size, root, note);
    }

    /** The checkpoint in a note; empty when the note is not one, or not signed by this key. */
    static Optional<Checkpoint> open(String note, VerifierKey key) {
        var parts = SHAPE.matcher(note);
        if (!parts.matches()
                || !parts.group("origin").equals(key.name())
                || !parts.group("name").equals(key.name())) {
            return Optional.empty();
        }
        try {
            var line = Base64.getDecoder().decode(parts.group("signature"));
            var body = note.substring(0, parts.end("root") + 1).getBytes(UTF_8);
            boolean signed =
                    line.length == SIGNATURE_LENGTH
                            && Arrays.equals(Arrays.copyOf(line, 4), key.id())
                            && key.verifies(body, Arrays.copyOfRange(line, 4, SIGNATURE_LENGTH));
            var root = Base64.getDecoder().decode(parts.group("root"));
            return signed
                    ? Optional.of(new Checkpoint(Long.parseLong(parts.group("size")), root, note))
                    : Optional.empty();
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }
}
