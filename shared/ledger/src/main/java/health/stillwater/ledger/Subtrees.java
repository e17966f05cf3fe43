package health.stillwater.ledger;

/** Where the hashes of complete subtrees come from. */
interface Subtrees {

    /**
     * The hash of one complete subtree.
     *
     * @param level it has two to this power leaves; 0 for a leaf itself
     * @param number how many of its size stand before it
     */
    byte[] hash(int level, long number);
}
