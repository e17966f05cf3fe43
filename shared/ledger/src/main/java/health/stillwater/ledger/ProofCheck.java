package health.stillwater.ledger;

import static health.stillwater.ledger.Merkle.nodeHash;

import java.security.MessageDigest;
import java.util.List;

/**
 * Checks proofs, as strictly as RFC 9162 asks (2.1.3.2 and 2.1.4.2): a proof with a hash too many,
 * a hash too few, or a hash of another length proves nothing.
 */
final class ProofCheck {

    private ProofCheck() {}

    /**
     * Whether the leaf with this hash is leaf {@code index} of the tree with this size and root.
     */
    static boolean inclusion(
            long index, long size, byte[] leafHash, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size || !wellFormed(leafHash, root) || !wellFormed(path)) {
            return false;
        }
        long node = index;
        long last = size - 1;
        var hash = leafHash;
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if (isRight(node) || node == last) {
                hash = nodeHash(sibling, hash);
                int levels = levelsUpToARight(node);
                node >>= levels;
                last >>= levels;
            } else {
                hash = nodeHash(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }

    /** Whether the tree of size {@code from} is the beginning of the tree of size {@code to}. */
    static boolean consistency(
            long from, long to, byte[] fromRoot, byte[] toRoot, List<byte[]> path) {
        if (from < 0 || from > to || !wellFormed(fromRoot, toRoot) || !wellFormed(path)) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && MessageDigest.isEqual(fromRoot, toRoot);
        }
        if (from == 0) {
            return path.isEmpty() && MessageDigest.isEqual(fromRoot, Sha256.of());
        }
        boolean complete = Long.bitCount(from) == 1;
        if (!complete && path.isEmpty()) {
            return false;
        }
        var first = complete ? fromRoot : path.getFirst();
        return grows(
                from, to, fromRoot, toRoot, first, complete ? path : path.subList(1, path.size()));
    }

    private static boolean grows(
            long from, long to, byte[] fromRoot, byte[] toRoot, byte[] first, List<byte[]> path) {
        int complete = Long.numberOfTrailingZeros(from);
        long node = (from - 1) >> complete;
        long last = (to - 1) >> complete;
        var before = first;
        var after = first;
        for (var hash : path) {
            if (last == 0) {
                return false;
            }
            if (isRight(node) || node == last) {
                before = nodeHash(hash, before);
                after = nodeHash(hash, after);
                int levels = levelsUpToARight(node);
                node >>= levels;
                last >>= levels;
            } else {
                after = nodeHash(after, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0
                && MessageDigest.isEqual(before, fromRoot)
                && MessageDigest.isEqual(after, toRoot);
    }

    private static boolean isRight(long node) {
        return (node & 1) == 1;
    }

    /**
     * How many levels up from a left node until it lies to the right of something, or is the
     * leftmost of all.
     */
    private static int levelsUpToARight(long node) {
        return node == 0 ? 0 : Long.numberOfTrailingZeros(node);
    }

    private static boolean wellFormed(byte[]... hashes) {
        return wellFormed(List.of(hashes));
    }

    private static boolean wellFormed(List<byte[]> hashes) {
        return hashes.stream().allMatch(hash -> hash.length == Sha256.LENGTH);
    }
}
