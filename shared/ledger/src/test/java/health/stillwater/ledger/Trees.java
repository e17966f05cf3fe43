package health.stillwater.ledger;

import java.util.HashMap;
import java.util.List;

/** Trees over leaf hashes in memory. */
final class Trees {

    private Trees() {}

    static Frontier frontier(List<Intruder.Entry> entries) {
        var frontier = Frontier.EMPTY;
        for (var entry : entries) {
            frontier = frontier.with(Merkle.leafHash(entry.bytes()));
        }
        return frontier;
    }

    static Tree over(List<byte[]> hashes) {
        var known = new HashMap<Log.Tile, byte[]>();
        return new Tree(
                hashes.size(),
                (level, number) ->
                        known.computeIfAbsent(
                                new Log.Tile(level, number),
                                _ -> {
                                    int width = 1 << level;
                                    int first = Math.toIntExact(number * width);
                                    return Merkle.root(hashes.subList(first, first + width));
                                }));
    }
}
