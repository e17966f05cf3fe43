package health.stillwater.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A million proofs with something wrong in them, of all trees of 1 to 130 leaves: none holds. */
class ProofMutationsTests {

    static final int SIZE_MAX = 130;
    static final int AT_LEAST = 1_000_000;

    static final List<byte[]> HASHES =
            IntStream.range(0, SIZE_MAX)
                    .mapToObj(i -> Merkle.leafHash(new byte[] {1, (byte) i}))
                    .toList();
    static final List<byte[]> ROOTS =
            IntStream.rangeClosed(0, SIZE_MAX)
                    .mapToObj(size -> Merkle.root(HASHES.subList(0, size)))
                    .toList();
    static final byte[] FOREIGN = Merkle.leafHash(new byte[] {1, 2, 3});

    long refused;

    @Test
    void noneHolds() {
        for (int size = 1; size <= SIZE_MAX; size++) {
            var tree = Trees.over(HASHES.subList(0, size));
            for (int index = 0; index < size; index++) {
                inclusion(index, size, tree.inclusion(index));
                consistency(index, size, tree.consistency(index));
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(AT_LEAST);
    }

    private void inclusion(int index, int size, List<byte[]> path) {
        var leaf = HASHES.get(index);
        var root = ROOTS.get(size);
        assertThat(ProofCheck.inclusion(index, size, leaf, path, root)).isTrue();
        for (var wrong : mutations(path)) {
            refuses(() -> ProofCheck.inclusion(index, size, leaf, wrong, root));
        }
        for (int other : new int[] {-1, index - 1, index + 1, index ^ 2, size, size + index}) {
            if (other != index) {
                refuses(() -> ProofCheck.inclusion(other, size, leaf, path, root));
            }
        }
        for (var other : List.of(FOREIGN, root, new byte[0], flipped(leaf, index))) {
            if (!Arrays.equals(other, leaf)) {
                refuses(() -> ProofCheck.inclusion(index, size, other, path, root));
            }
        }
        for (var other : List.of(FOREIGN, ROOTS.get(size - 1), new byte[0], flipped(root, size))) {
            refuses(() -> ProofCheck.inclusion(index, size, leaf, path, other));
        }
    }

    private void consistency(int from, int to, List<byte[]> path) {
        var before = ROOTS.get(from);
        var after = ROOTS.get(to);
        assertThat(ProofCheck.consistency(from, to, before, after, path)).isTrue();
        for (var wrong : mutations(path)) {
            refuses(() -> ProofCheck.consistency(from, to, before, after, wrong));
        }
        for (var other : List.of(FOREIGN, after, new byte[31], flipped(before, from))) {
            refuses(() -> ProofCheck.consistency(from, to, other, after, path));
        }
        refuses(() -> ProofCheck.consistency(to, from, after, before, path));
        if (from > 0) {
            for (var other : List.of(FOREIGN, before, new byte[33], flipped(after, to))) {
                refuses(() -> ProofCheck.consistency(from, to, before, other, path));
            }
        }
    }

    private void refuses(BooleanSupplier holds) {
        if (holds.getAsBoolean()) {
            throw new AssertionError("a wrong proof holds, after " + refused);
        }
        refused++;
    }

    /**
     * Hashes flipped, cut, lengthened, doubled, left out, put in, exchanged, or all of them gone.
     */
    private static List<List<byte[]>> mutations(List<byte[]> path) {
        var wrong = new ArrayList<List<byte[]>>();
        for (int at = 0; at <= path.size(); at++) {
            for (var more : List.of(FOREIGN, ROOTS.getFirst(), new byte[0])) {
                wrong.add(with(path, at, more));
            }
        }
        for (int at = 0; at < path.size(); at++) {
            var hash = path.get(at);
            for (int bit = at; bit < Sha256.LENGTH * 8; bit += 51) {
                wrong.add(replaced(path, at, flipped(hash, bit)));
            }
            wrong.add(replaced(path, at, Arrays.copyOf(hash, Sha256.LENGTH + 1)));
            wrong.add(replaced(path, at, Arrays.copyOf(hash, Sha256.LENGTH - 1)));
            wrong.add(replaced(path, at, new byte[Sha256.LENGTH]));
            wrong.add(with(path, at, hash));
            wrong.add(without(path, at));
            if (at > 0) {
                wrong.add(replaced(replaced(path, at, path.get(at - 1)), at - 1, hash));
                wrong.add(path.subList(0, at));
                wrong.add(path.subList(at, path.size()));
            }
        }
        return wrong;
    }

    private static byte[] flipped(byte[] hash, int bit) {
        var other = hash.clone();
        other[bit / 8 % other.length] ^= (byte) (1 << bit % 8);
        return other;
    }

    private static List<byte[]> with(List<byte[]> path, int at, byte[] hash) {
        var other = new ArrayList<>(path);
        other.add(at, hash);
        return other;
    }

    private static List<byte[]> without(List<byte[]> path, int at) {
        var other = new ArrayList<>(path);
        other.remove(at);
        return other;
    }

    private static List<byte[]> replaced(List<byte[]> path, int at, byte[] hash) {
        var other = new ArrayList<>(path);
        other.set(at, hash);
        return other;
    }
}
