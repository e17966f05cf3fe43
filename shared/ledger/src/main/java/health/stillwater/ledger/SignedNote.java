package health.stillwater.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the log signs, as text: lines, an empty line, a signature (C2SP signed-note). A checkpoint
 * is one of origin, size and root (C2SP tlog-checkpoint).
 */
final class SignedNote {

    private static final Pattern CHECKPOINT =
            Pattern.compile(
                    """
            (?<origin>[^\\n]+)
            (?<size>0|[1-9]\\d{0,18})
            (?<root>[A-Za-z0-9+/]{43}=)

            — (?<name>[^\\s+]+) (?<seal>[A-Za-z0-9+/]+={0,2})
            """);

    private SignedNote() {}

    static Checkpoint sign(long size, byte[] root, LogSigner signer) {
        var body = body(signer.key().name(), size, root);
        return new Checkpoint(size, root, note(body, Keyring.seal(signer, body.getBytes(UTF_8))));
    }

    /** The whole text of a note that this key seals. */
    static String sign(String body, LogSigner signer) {
        return body + line(signer.key().name(), Keyring.seal(signer, body.getBytes(UTF_8)));
    }

    private static String note(String body, byte[] seal) {
        return body + line(body.substring(0, body.indexOf('\n')), seal);
    }

    private static String line(String name, byte[] seal) {
        return "\n— " + name + " " + Base64.getEncoder().encodeToString(seal) + "\n";
    }

    /** What is sealed of a checkpoint. */
    static String body(String origin, long size, byte[] root) {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /** What is sealed of a leaf when it is written: its hash, and when that was. */
    static byte[] bodyOfLeaf(String origin, byte[] leafHash, Instant at) {
        var hash = Base64.getEncoder().encodeToString(leafHash);
        return (origin + "/leaf\n" + hash + "\n" + at + "\n").getBytes(UTF_8);
    }

    /** The checkpoint in a note; empty when the note is not one, or not signed by our keys. */
    static Optional<Opened> open(String note, Keyring keys) {
        var parts = CHECKPOINT.matcher(note);
        if (!parts.matches()
                || !parts.group("origin").equals(keys.name())
                || !parts.group("name").equals(keys.name())) {
            return Optional.empty();
        }
        try {
            var root = Base64.getDecoder().decode(parts.group("root"));
            var size = Long.parseLong(parts.group("size"));
            var seal = Base64.getDecoder().decode(parts.group("seal"));
            var body = body(keys.name(), size, root);
            return note.equals(note(body, seal)) // no other spelling of the same bytes
                    ? keys.sealer(body.getBytes(UTF_8), seal)
                            .map(age -> new Opened(new Checkpoint(size, root, note), age))
                    : Optional.empty();
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    /**
     * A checkpoint that one of our keys signed.
     *
     * @param age 0 when the key that signs now did, 1 when the one before it did
     */
    record Opened(Checkpoint checkpoint, int age) {}
}
