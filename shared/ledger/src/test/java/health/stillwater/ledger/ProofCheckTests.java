package health.stillwater.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every proof of every tree up to seventy leaves, and the proofs with something wrong in them. */
class ProofCheckTests {

    static final int SIZE_MAX = 70;

    static final List<byte[]> HASHES =
            IntStream.range(0, SIZE_MAX)
                    .mapToObj(i -> Merkle.leafHash(new byte[] {(byte) i}))
                    .toList();

    static final List<byte[]> ROOTS =
            IntStream.rangeClosed(0, SIZE_MAX)
                    .mapToObj(size -> Merkle.root(HASHES.subList(0, size)))
                    .toList();

    @Test
    void everyLeafOfEveryTreeIsProven() {
        for (int size = 1; size <= SIZE_MAX; size++) {
            for (int index = 0; index < size; index++) {
                assertThat(included(index, size, path(index, size)))
                        .as(index + " in " + size)
                        .isTrue();
            }
        }
    }

    @Test
    void aProofOfInclusionWithAnythingWrongIsRefused() {
        for (int size = 1; size <= SIZE_MAX; size++) {
            for (int index = 0; index < size; index++) {
                var path = path(index, size);
                for (var wrong : mutationsOf(path)) {
                    assertThat(included(index, size, wrong)).as(index + " in " + size).isFalse();
                }
                assertThat(
                                ProofCheck.inclusion(
                                        index,
                                        size,
                                        HASHES.get((index + 1) % SIZE_MAX),
                                        path,
                                        ROOTS.get(size)))
                        .isFalse();
                assertThat(included(index + 1, size, path)).isFalse();
                assertThat(
                                ProofCheck.inclusion(
                                        index, size, HASHES.get(index), path, ROOTS.get(size - 1)))
                        .isFalse();
            }
        }
    }

    @Test
    void whatIsNotInTheTreeIsNotProven() {
        assertThat(ProofCheck.inclusion(0, 0, HASHES.getFirst(), List.of(), ROOTS.getFirst()))
                .isFalse();
        assertThat(ProofCheck.inclusion(-1, 1, HASHES.getFirst(), List.of(), ROOTS.get(1)))
                .isFalse();
        assertThat(ProofCheck.inclusion(1, 1, HASHES.getFirst(), List.of(), ROOTS.get(1)))
                .isFalse();
        assertThat(ProofCheck.inclusion(0, 1, HASHES.getFirst(), List.of(), new byte[31]))
                .isFalse();
    }

    @Test
    void everyTreeIsTheBeginningOfEveryLaterOne() {
        for (int to = 0; to <= SIZE_MAX; to++) {
            for (int from = 0; from <= to; from++) {
                assertThat(consistent(from, to, growth(from, to))).as(from + " to " + to).isTrue();
            }
        }
    }

    @Test
    void aProofOfConsistencyWithAnythingWrongIsRefused() {
        for (int to = 1; to <= SIZE_MAX; to++) {
            for (int from = 0; from <= to; from++) {
                for (var wrong : mutationsOf(growth(from, to))) {
                    assertThat(consistent(from, to, wrong)).as(from + " to " + to).isFalse();
                }
                var other = Merkle.leafHash(new byte[] {1, 2, 3});
                assertThat(ProofCheck.consistency(from, to, other, ROOTS.get(to), growth(from, to)))
                        .isFalse();
                assertThat(
                                ProofCheck.consistency(
                                        from, to, ROOTS.get(from), other, growth(from, to)))
                        .as("every log begins with the empty one")
                        .isEqualTo(from == 0);
            }
        }
    }

    @Test
    void aLogDoesNotShrink() {
        assertThat(ProofCheck.consistency(5, 4, ROOTS.get(5), ROOTS.get(4), growth(4, 5)))
                .isFalse();
        assertThat(ProofCheck.consistency(-1, 4, ROOTS.get(0), ROOTS.get(4), List.of())).isFalse();
    }

    private static boolean included(int index, int size, List<byte[]> path) {
        return ProofCheck.inclusion(
                index, size, HASHES.get(index % SIZE_MAX), path, ROOTS.get(size));
    }

    private static boolean consistent(int from, int to, List<byte[]> path) {
        return ProofCheck.consistency(from, to, ROOTS.get(from), ROOTS.get(to), path);
    }

    private static List<byte[]> path(int index, int size) {
        return Trees.over(HASHES.subList(0, size)).inclusion(index);
    }

    private static List<byte[]> growth(int from, int to) {
        return Trees.over(HASHES.subList(0, to)).consistency(from);
    }

    /**
     * One hash too many, at either end; one too few, at either end; a bit flipped; a byte too many
     * or too few.
     */
    private static List<List<byte[]>> mutationsOf(List<byte[]> path) {
        var wrong = new ArrayList<List<byte[]>>();
        for (int at : new int[] {0, path.size()}) {
            var longer = new ArrayList<>(path);
            longer.add(at, HASHES.getLast());
            wrong.add(longer);
        }
        if (!path.isEmpty()) {
            wrong.add(path.subList(1, path.size()));
            wrong.add(path.subList(0, path.size() - 1));
        }
        for (int at = 0; at < path.size(); at++) {
            var flipped = path.get(at).clone();
            flipped[at % Sha256.LENGTH] ^= 1;
            wrong.add(replaced(path, at, flipped));
            wrong.add(replaced(path, at, Arrays.copyOf(path.get(at), Sha256.LENGTH + 1)));
            wrong.add(replaced(path, at, Arrays.copyOf(path.get(at), Sha256.LENGTH - 1)));
        }
        return wrong;
    }

    private static List<byte[]> replaced(List<byte[]> path, int at, byte[] hash) {
        var other = new ArrayList<>(path);
        other.set(at, hash);
        return other;
    }
}
