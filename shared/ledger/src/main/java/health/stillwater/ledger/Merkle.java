package health.stillwater.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The arithmetic of the tree (RFC 6962 section 2.1, RFC 9162 section 2.1). Leaves here are leaf
 * hashes.
 */
final class Merkle {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Merkle() {}

    static byte[] leafHash(byte[] leaf) {
        return Sha256.of(LEAF, leaf);
    }

    static byte[] nodeHash(byte[] left, byte[] right) {
        return Sha256.of(NODE, left, right);
    }

    /** The tree hash; of no leaves at all, the hash of nothing. */
    static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Sha256.of();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = split(leaves.size());
        return nodeHash(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    /** The siblings from leaf {@code index} up to the root. */
    static List<byte[]> inclusionPath(int index, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int split = split(leaves.size());
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        return index < split
                ? with(inclusionPath(index, left), root(right))
                : with(inclusionPath(index - split, right), root(left));
    }

    /**
     * What has to be known, beside the root of the first {@code from} leaves, to get to the root of
     * all.
     */
    static List<byte[]> consistencyPath(int from, List<byte[]> leaves) {
        return from == 0 || from == leaves.size() ? List.of() : consistencyPath(from, leaves, true);
    }

    private static List<byte[]> consistencyPath(int from, List<byte[]> leaves, boolean known) {
        if (from == leaves.size()) {
            return known ? List.of() : List.of(root(leaves));
        }
        int split = split(leaves.size());
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        return from <= split
                ? with(consistencyPath(from, left, known), root(right))
                : with(consistencyPath(from - split, right, false), root(left));
    }

    /** The largest power of two smaller than the size: where a tree divides. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private static List<byte[]> with(List<byte[]> path, byte[] last) {
        var longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }
}
