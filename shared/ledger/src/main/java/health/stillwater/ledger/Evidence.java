package health.stillwater.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Some leaves, proved under one signed checkpoint.
 *
 * @param keys the public keys that have signed, one C2SP vkey a line
 * @param entries in the order of the log
 */
public record Evidence(Checkpoint checkpoint, String keys, List<Entry> entries) {

    /** A leaf, and that it stands in the log. */
    public record Entry(long number, byte[] leaf, Proof proof) {}

    /** Reads each proof from the log, and checks it before it is given to anybody. */
    static Evidence of(
            Map<Long, byte[]> leaves,
            Map<Long, Long> indexes,
            Checkpoint checkpoint,
            String keys,
            Log log) {
        if (!new HashSet<>(leaves.keySet()).equals(indexes.keySet())) {
            throw new IllegalStateException("not every leaf is in the log");
        }
        long size = checkpoint.size();
        var tree = new Tree(size, new Tiles(log));
        var entries = new ArrayList<Entry>();
        for (var leaf : leaves.entrySet()) {
            long index = indexes.getOrDefault(leaf.getKey(), size);
            var proof = new Proof(index, size, tree.inclusion(index));
            if (!proof.holds(leaf.getValue(), checkpoint.root())) {
                throw new IllegalStateException(
                        "leaf " + index + " is not what the log was signed over");
            }
            entries.add(new Entry(leaf.getKey(), leaf.getValue(), proof));
        }
        entries.sort(Comparator.comparingLong(entry -> entry.proof().index()));
        return new Evidence(checkpoint, keys, List.copyOf(entries));
    }
}
