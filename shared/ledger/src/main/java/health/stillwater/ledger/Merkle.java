package health.stillwater.ledger;

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

    /** The largest power of two smaller than the size: where a tree divides. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
