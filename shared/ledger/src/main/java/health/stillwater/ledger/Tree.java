package health.stillwater.ledger;

import java.util.ArrayList;
import java.util.List;

/** The tree over the first leaves of the log, and its proofs (RFC 9162, 2.1.3 and 2.1.4). */
record Tree(long size, Subtrees subtrees) {

    byte[] root() {
        return size == 0 ? Sha256.of() : root(0, size);
    }

    /** The siblings from a leaf up to the root. */
    List<byte[]> inclusion(long index) {
        var path = new ArrayList<byte[]>();
        include(index, 0, size, path);
        return path;
    }

    private void include(long index, long start, long end, List<byte[]> path) {
        if (end - start == 1) {
            return;
        }
        long split = start + split(end - start);
        if (index < split) {
            include(index, start, split, path);
            path.add(root(split, end));
        } else {
            include(index, split, end, path);
            path.add(root(start, split));
        }
    }

    /** What leads from the root of the first {@code from} leaves to the root of all. */
    List<byte[]> consistency(long from) {
        var path = new ArrayList<byte[]>();
        if (from != 0 && from != size) {
            grow(from, 0, size, true, path);
        }
        return path;
    }

    private void grow(long from, long start, long end, boolean known, List<byte[]> path) {
        if (from == end) {
            if (!known) {
                path.add(root(start, end));
            }
            return;
        }
        long split = start + split(end - start);
        if (from <= split) {
            grow(from, start, split, known, path);
            path.add(root(split, end));
        } else {
            grow(from, split, end, false, path);
            path.add(root(start, split));
        }
    }

    private byte[] root(long start, long end) {
        long leaves = end - start;
        if (Long.bitCount(leaves) == 1) {
            return subtrees.hash(Long.numberOfTrailingZeros(leaves), start / leaves);
        }
        long split = start + split(leaves);
        return Merkle.nodeHash(root(start, split), root(split, end));
    }

    /** The largest power of two smaller than the size: where a tree divides. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
