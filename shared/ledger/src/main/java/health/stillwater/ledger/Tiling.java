package health.stillwater.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Grows every tile again from the leaf hashes alone. */
class Tiling {

    private final List<List<byte[]>> open = new ArrayList<>();
    private final List<Long> full = new ArrayList<>();

    /** Takes the next leaf hash, and answers the tiles it fills, the lowest first. */
    List<Filled> with(byte[] leafHash) {
        var filled = new ArrayList<Filled>();
        var hash = Optional.of(leafHash);
        for (int height = 0; hash.isPresent(); height++) {
            hash = put(height, hash.get());
            if (hash.isPresent()) {
                long number = full.get(height);
                full.set(height, number + 1);
                filled.add(new Filled(new Log.Tile(height + 1, number), hash.get()));
            }
        }
        return filled;
    }

    /** The hash of the tile above, once it is full. */
    private Optional<byte[]> put(int height, byte[] hash) {
        if (open.size() == height) {
            open.add(new ArrayList<>());
            full.add(0L);
        }
        var tile = open.get(height);
        tile.add(hash);
        if (tile.size() < Tiles.WIDTH) {
            return Optional.empty();
        }
        var root = Merkle.root(tile);
        tile.clear();
        return Optional.of(root);
    }

    /** A tile as it must be. */
    record Filled(Log.Tile tile, byte[] hash) {

        /** The first leaf under it. */
        long first() {
            return tile.number() << (Tiles.LEVELS * tile.height());
        }
    }
}
