package health.stillwater.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Grows the tree again from the leaves alone, and compares on the way: with what was written down
 * and sealed at each leaf, and with each checkpoint at its size. It stops believing at the first
 * thing that does not agree.
 */
class Recomputation {

    private final Deque<Checkpoints.Signed> ahead;
    private final Map<Log.Tile, byte[]> tiles;
    private final Keyring keys;
    private final Tiling tiling = new Tiling();
    private Frontier tree = Frontier.EMPTY;
    private long signedUpTo;
    private long agreedUpTo;
    private long agreeing;
    private long tilesSeen;
    private int compared;
    private int oldestAllowed = Integer.MAX_VALUE;
    private boolean sealed;
    private boolean endIsSealed = true;
    private @Nullable Fault fault;

    /**
     * @param signed the checkpoints, the smallest first
     */
    Recomputation(List<Checkpoints.Signed> signed, Map<Log.Tile, byte[]> tiles, Keyring keys) {
        this.ahead = new ArrayDeque<>(signed);
        this.tiles = tiles;
        this.keys = keys;
        compareWithCheckpoints();
    }

    /** Takes the next places. Hashes and seals are computed by all processors at once. */
    void take(List<Log.Row> rows) {
        if (fault == null) {
            rows.parallelStream().map(this::computed).toList().forEach(this::follow);
        }
    }

    private Computed computed(Log.Row row) {
        var bytes = row.bytes();
        var at = row.appendedAt();
        if (bytes == null || at == null) {
            return new Computed(row, new byte[0], false, false);
        }
        var hash = Merkle.leafHash(bytes);
        var root = SignedNote.body(keys.name(), row.index() + 1, row.root()).getBytes(UTF_8);
        return new Computed(
                row,
                hash,
                keys.holds(SignedNote.bodyOfLeaf(keys.name(), hash, at), row.leafSeal()),
                row.rootSeal() != null && keys.holds(root, row.rootSeal()));
    }

    private void follow(Computed next) {
        long index = tree.size();
        var row = next.row();
        if (fault != null) {
            return;
        }
        var wrong = wrongWithTheLeaf(next, index);
        if (wrong == null) {
            tree = tree.with(next.hash());
            wrong = wrongWithTheRoot(next, index);
        }
        if (wrong != null) {
            fault = wrong;
            return;
        }
        sealed |= next.leafHolds();
        endIsSealed = row.rootSeal() != null || !sealed;
        signedUpTo = next.rootHolds() ? tree.size() : signedUpTo;
        compareWithTiles(next.hash());
        compareWithCheckpoints();
    }

    /** Leaves of before there were seals have none; after the first that has one, each has. */
    private @Nullable Fault wrongWithTheLeaf(Computed next, long index) {
        var row = next.row();
        if (row.index() != index || row.bytes() == null) {
            return new Fault(index, "Leaf " + index + " is missing.");
        }
        if (!MessageDigest.isEqual(next.hash(), row.leafHash())) {
            return new Fault(
                    index, "The bytes of leaf " + index + " are not those that were appended.");
        }
        if (!next.leafHolds() && (row.leafSeal() != null || sealed)) {
            return new Fault(
                    index,
                    "Of leaf " + index + " it cannot be said that we wrote it at that moment.");
        }
        return null;
    }

    private @Nullable Fault wrongWithTheRoot(Computed next, long index) {
        var row = next.row();
        if (!MessageDigest.isEqual(tree.root(), row.root())) {
            return new Fault(
                    index, "The log up to leaf " + index + " is not the one it was appended to.");
        }
        if (row.rootSeal() != null && !next.rootHolds()) {
            return new Fault(
                    signedUpTo,
                    "Of the log from leaf "
                            + signedUpTo
                            + " to leaf "
                            + index
                            + " it cannot be said that we signed it.");
        }
        return null;
    }

    private void compareWithTiles(byte[] leafHash) {
        for (var filled : tiling.with(leafHash)) {
            var written = tiles.get(filled.tile());
            if (fault == null && !same(filled.hash(), written)) {
                fault = new Fault(filled.first(), "A hash that proofs are made of is wrong.");
            }
            tilesSeen++;
        }
    }

    /** Compares the end with the head, and with the checkpoints that are still ahead of it. */
    @Nullable Fault end(Frontier head) {
        if (fault != null) {
            return fault;
        }
        long size = tree.size();
        if (!ahead.isEmpty()) {
            return cutOff(ahead.getLast());
        }
        if (head.size() != size) {
            return new Fault(
                    Math.min(head.size(), size),
                    "The head counts " + head.size() + " leaves, and there are " + size + ".");
        }
        if (!Arrays.equals(head.bytes(), tree.bytes())) {
            return new Fault(Math.max(0, size - 1), "The head does not fit the leaves.");
        }
        if (!endIsSealed) {
            return new Fault(signedUpTo, "The end of the log is not signed.");
        }
        return tilesSeen == tiles.size()
                ? null
                : new Fault(size, "There are hashes for proofs of leaves that are not there.");
    }

    private Fault cutOff(Checkpoints.Signed longer) {
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
            agreedUpTo = ahead.getFirst().size() > agreeing ? agreeing : agreedUpTo;
            fault = wrongWith(ahead.removeFirst());
            compared++;
        }
    }

    private @Nullable Fault wrongWith(Checkpoints.Signed signed) {
        var opened = signed.opened();
        if (opened.isEmpty()) {
            return new Fault(
                    agreedUpTo, "Of " + signed.where() + " it cannot be said that we signed it.");
        }
        if (signed.alone()) {
            return new Fault(agreedUpTo, "The copy of " + signed.where() + " is missing.");
        }
        if (!signed.agreesWith(tree.root())) {
            return new Fault(
                    agreedUpTo,
                    "Between leaf "
                            + agreedUpTo
                            + " and leaf "
                            + (tree.size() - 1)
                            + " something is not what "
                            + signed.where()
                            + " was signed over.");
        }
        if (opened.get().age() > oldestAllowed) {
            return new Fault(
                    agreedUpTo, signed.where() + " was signed by a key that was replaced before.");
        }
        oldestAllowed = opened.get().age();
        agreeing = tree.size();
        return null;
    }

    private static boolean same(byte[] computed, byte @Nullable [] written) {
        return written != null && MessageDigest.isEqual(computed, written);
    }

    /** A place, its leaf hashed again, and whether the seals of leaf and root hold. */
    private record Computed(Log.Row row, byte[] hash, boolean leafHolds, boolean rootHolds) {}

    /** The first leaf that cannot be trusted, and why. */
    record Fault(long index, String reason) {}
}
