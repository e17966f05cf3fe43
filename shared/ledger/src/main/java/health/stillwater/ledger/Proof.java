package health.stillwater.ledger;

import java.util.List;

/**
 * The hashes that lead from one leaf up to the root of the tree at one size.
 *
 * @param path from the leaf's sibling upward
 */
public record Proof(long index, long size, List<byte[]> path) {

    /** Whether these bytes are leaf {@link #index} of the tree with this root. */
    public boolean holds(byte[] leaf, byte[] root) {
        return ProofCheck.inclusion(index, size, Merkle.leafHash(leaf), path, root);
    }
}
