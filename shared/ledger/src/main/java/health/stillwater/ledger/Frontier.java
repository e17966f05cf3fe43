package health.stillwater.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The growing edge of the tree: how many leaves there are, and the hashes of the complete subtrees
 * they form, the largest first. It is all one needs to append a leaf and to know the root.
 */
record Frontier(long size, List<byte[]> subtrees) {

    static final Frontier EMPTY = new Frontier(0, List.of());

    Frontier {
        subtrees = List.copyOf(subtrees);
        if (subtrees.size() != Long.bitCount(size)) {
            throw new IllegalStateException(
                    "a tree of " + size + " leaves has not " + subtrees.size() + " subtrees");
        }
    }

    /** Reads what {@link #bytes()} wrote. */
    static Frontier of(long size, byte[] bytes) {
        var subtrees = new ArrayList<byte[]>();
        for (int at = 0; at < bytes.length; at += Sha256.LENGTH) {
            subtrees.add(Arrays.copyOfRange(bytes, at, at + Sha256.LENGTH));
        }
        return new Frontier(size, subtrees);
    }

    byte[] bytes() {
        var bytes = new byte[subtrees.size() * Sha256.LENGTH];
        for (int i = 0; i < subtrees.size(); i++) {
            System.arraycopy(subtrees.get(i), 0, bytes, i * Sha256.LENGTH, Sha256.LENGTH);
        }
        return bytes;
    }

    /** The same tree with one leaf more. */
    Frontier with(byte[] leafHash) {
        var grown = new ArrayList<>(subtrees);
        var hash = leafHash;
        for (long left = size; (left & 1) == 1; left >>= 1) {
            hash = Merkle.nodeHash(grown.removeLast(), hash);
        }
        grown.add(hash);
        return new Frontier(size + 1, grown);
    }

    byte[] root() {
        if (subtrees.isEmpty()) {
            return Sha256.of();
        }
        var hash = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            hash = Merkle.nodeHash(subtrees.get(i), hash);
        }
        return hash;
    }
}
