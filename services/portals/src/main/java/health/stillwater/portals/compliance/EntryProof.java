package health.stillwater.portals.compliance;

import health.stillwater.ledger.KeptCheckpoint;
import health.stillwater.ledger.Proof;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * That one entry is in the ledger a checkpoint was signed over. The entry itself is health
 * information and stays out.
 *
 * @param hash SHA-256 of the entry's bytes, hexadecimal
 * @param leafHash the same as the tree counts it (RFC 6962, section 2.1)
 * @param holds whether entry, path and signed root fit together
 */
public record EntryProof(
        Proof proof, KeptCheckpoint checkpoint, String hash, String leafHash, boolean holds) {

    static EntryProof of(byte[] entry, Proof proof, KeptCheckpoint checkpoint) {
        var root = HexFormat.of().parseHex(checkpoint.root());
        return new EntryProof(
                proof,
                checkpoint,
                sha256(entry),
                sha256(new byte[] {0}, entry),
                checkpoint.holds() && proof.holds(entry, root));
    }

    /** Counted from one, as people count. */
    public long number() {
        return proof.index() + 1;
    }

    /** From the entry's neighbor upward. */
    public List<String> path() {
        return proof.path().stream().map(HexFormat.of()::formatHex).toList();
    }

    private static String sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
