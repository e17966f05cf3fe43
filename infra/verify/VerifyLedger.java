import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Verifies an exported log of decisions with nothing but a JDK, and nothing of the program that
 * wrote it: {@code java VerifyLedger.java <folder>}, where the folder holds decisions.jsonl,
 * checkpoint.txt and keys.txt. Take keys.txt from somewhere else than the log, or it proves only
 * that the two fit together.
 */
class VerifyLedger {

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var leaves = leaves(Files.readAllBytes(folder.resolve("decisions.jsonl")));
        var lines = Files.readString(folder.resolve("checkpoint.txt")).split("\n", -1);
        require(
                lines.length == 6 && lines[3].isEmpty() && lines[5].isEmpty(),
                "checkpoint.txt is no signed checkpoint");
        require(
                lines[4].startsWith("— " + lines[0] + " "),
                "the checkpoint is signed under another name");
        var signature =
                Base64.getDecoder().decode(lines[4].substring(lines[4].lastIndexOf(' ') + 1));
        require(signature.length == 68, "the signature has not its length");
        var key = key(lines[0], folder.resolve("keys.txt"), signature);
        var body = (lines[0] + "\n" + lines[1] + "\n" + lines[2] + "\n").getBytes(UTF_8);
        require(
                verifies(key, body, Arrays.copyOfRange(signature, 4, 68)),
                "the signature is wrong");

        require(
                lines[1].equals(String.valueOf(leaves.size())),
                lines[1] + " signed, but " + leaves.size() + " here");
        var root = Base64.getEncoder().encodeToString(root(leaves));
        require(lines[2].equals(root), "the root is " + root + ", but " + lines[2] + " was signed");
        System.out.println(
                "Verified: " + leaves.size() + " decisions under the signed root " + root);
    }

    /** The key that a signature names: there is one a line, the latest first. */
    static byte[] key(String name, Path file, byte[] signature) throws Exception {
        for (var line : Files.readString(file).strip().split("\n")) {
            var vkey = line.split("\\+", 3);
            require(vkey.length == 3 && vkey[0].equals(name), "no key of this log: " + line);
            var key = Base64.getDecoder().decode(vkey[2]);
            require(key.length == 33 && key[0] == 1, "no Ed25519 key: " + line);
            var id = Arrays.copyOf(sha256((name + "\n").getBytes(UTF_8), key), 4);
            require(HexFormat.of().formatHex(id).equals(vkey[1]), "not the key's id: " + line);
            if (Arrays.equals(Arrays.copyOf(signature, 4), id)) {
                return key;
            }
        }
        throw new IllegalArgumentException("signed by another key");
    }

    static List<byte[]> leaves(byte[] file) {
        var leaves = new ArrayList<byte[]>();
        int start = 0;
        for (int at = 0; at < file.length; at++) {
            if (file[at] == '\n') {
                leaves.add(Arrays.copyOfRange(file, start, at));
                start = at + 1;
            }
        }
        require(start == file.length, "decisions.jsonl ends in the middle of a line");
        return leaves;
    }

    /** RFC 6962, section 2.1. */
    static byte[] root(List<byte[]> leaves) throws Exception {
        int size = leaves.size();
        if (size < 2) {
            return size == 0 ? sha256() : sha256(new byte[] {0}, leaves.getFirst());
        }
        int left = Integer.highestOneBit(size - 1);
        return sha256(
                new byte[] {1}, root(leaves.subList(0, left)), root(leaves.subList(left, size)));
    }

    static boolean verifies(byte[] key, byte[] message, byte[] signature) throws Exception {
        var encoded =
                HexFormat.of()
                        .parseHex(
                                "302a300506032b6570032100" + HexFormat.of().formatHex(key, 1, 33));
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        verifier.update(message);
        return verifier.verify(signature);
    }

    static byte[] sha256(byte[]... parts) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            System.err.println("Not verified: " + otherwise);
            System.exit(1);
        }
    }
}
