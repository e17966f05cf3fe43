package health.stillwater.ledger;

import health.stillwater.kernel.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads hashes of subtrees from what was written down, 256 at a time: of leaves, and of every
 * eighth level above. For one question: it remembers what it has read.
 *
 * <p>What was written down is not believed: a wrong hash makes a proof that does not hold.
 */
class Tiles implements Subtrees {

    static final int LEVELS = 8;
    static final int WIDTH = 1 << LEVELS;

    private final Log log;
    private final Map<Log.Tile, List<byte[]>> read = new HashMap<>();

    Tiles(Log log) {
        this.log = log;
    }

    @Override
    public byte[] hash(int level, long number) {
        return level % LEVELS == 0 ? written(level / LEVELS, number) : below(level, number);
    }

    private byte[] written(int height, long number) {
        var tile = new Log.Tile(height, number / WIDTH);
        var hashes =
                read.computeIfAbsent(tile, it -> log.hashes(height, it.number() * WIDTH, WIDTH));
        int place = (int) (number % WIDTH);
        if (place < hashes.size()) {
            return hashes.get(place);
        }
        if (height == 0) {
            throw new Refusal.Missing("Leaf " + number);
        }
        return below(height * LEVELS, number);
    }

    private byte[] below(int level, long number) {
        return Merkle.nodeHash(hash(level - 1, 2 * number), hash(level - 1, 2 * number + 1));
    }
}
