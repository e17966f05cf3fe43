package health.stillwater.ledger;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Grows the tree again from the leaves alone, and compares on the way: with what was written down
 * at each leaf, and with each checkpoint at its size. It stops believing at the first thing that
 * does not agree.
 */
class Recomputation {

    private final Deque<Checkpoints.Signed> ahead;
    private Frontier tree = Frontier.EMPTY;
    private long trusted;
    private int compared;
    private @Nullable Fault fault;

    /**
     * @param signed the checkpoints, the smallest first
     */
    Recomputation(List<Checkpoints.Signed> signed) {
        this.ahead = new ArrayDeque<>(signed);
        compareWithCheckpoints();
    }

    /** Takes the next leaf. */
    void take(Log.Row row) {
        if (fault != null) {
            return;
        }
        long expected = tree.size();
        var bytes = row.bytes();
        if (row.index() != expected || bytes == null) {
            fault = new Fault(expected, "Leaf " + expected + " is missing.");
            return;
        }
        var hash = Merkle.leafHash(bytes);
        if (!same(hash, row.leafHash())) {
            fault =
                    new Fault(
                            expected,
                            "The bytes of leaf " + expected + " are not those that were appended.");
            return;
        }
        tree = tree.with(hash);
        if (!same(tree.root(), row.root())) {
            fault =
                    new Fault(
                            expected,
                            "The log up to leaf "
                                    + expected
                                    + " is not the one it was appended to.");
            return;
        }
        compareWithCheckpoints();
    }

    /** Compares the end with the head, and with the checkpoints that are still ahead of it. */
    @Nullable Fault end(Frontier head) {
        if (fault != null) {
            return fault;
        }
        if (!ahead.isEmpty()) {
            var longer = ahead.getLast();
            return new Fault(
                    tree.size(),
                    "The end of the log was cut off: "
                            + longer.where()
                            + " was signed at "
                            + longer.size()
                            + " leaves, and there are "
                            + tree.size()
                            + ".");
        }
        if (head.size() != tree.size()) {
            return new Fault(
                    Math.min(head.size(), tree.size()),
                    "The head counts "
                            + head.size()
                            + " leaves, and there are "
                            + tree.size()
                            + ".");
        }
        if (!Arrays.equals(head.bytes(), tree.bytes())) {
            return new Fault(Math.max(0, tree.size() - 1), "The head does not fit the leaves.");
        }
        return null;
    }

    long size() {
        return tree.size();
    }

    byte[] root() {
        return tree.root();
    }

    /** How many checkpoints agreed. */
    int compared() {
        return compared;
    }

    private void compareWithCheckpoints() {
        while (fault == null && !ahead.isEmpty() && ahead.getFirst().size() <= tree.size()) {
            var signed = ahead.removeFirst();
            if (signed.checkpoint().isEmpty()) {
                fault =
                        new Fault(
                                0,
                                "Of " + signed.where() + " it cannot be said that we signed it.");
            } else if (!signed.agreesWith(tree.root())) {
                fault =
                        new Fault(
                                trusted,
                                "Between leaf "
                                        + trusted
                                        + " and leaf "
                                        + (tree.size() - 1)
                                        + " something is not what "
                                        + signed.where()
                                        + " was signed over.");
            } else {
                trusted = tree.size();
                compared++;
            }
        }
    }

    private static boolean same(byte[] computed, byte @Nullable [] written) {
        return written != null && MessageDigest.isEqual(computed, written);
    }

    /** The first leaf that cannot be trusted, and why. */
    record Fault(long index, String reason) {}
}
