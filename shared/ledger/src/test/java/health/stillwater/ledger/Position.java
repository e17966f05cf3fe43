package health.stillwater.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Where an intruder is at work.
 *
 * @param place the index that is aimed at
 * @param numbers of the leaves, in the order of the log
 * @param notes of the checkpoints, by their sizes
 * @param forger a key that is not ours
 */
record Position(
        Intruder intruder,
        int place,
        List<Long> numbers,
        Map<Long, String> notes,
        LogSigner forger) {

    long at() {
        return place;
    }

    long number() {
        return numbers.get(place);
    }

    long neighbor() {
        return numbers.get(place + 1);
    }

    long size() {
        return numbers.size();
    }

    String noteOf(long size) {
        return notes.get(size);
    }

    /** Every hash, root and tile made anew for another list of entries. */
    long rewritten(Tampering.Change change) {
        var all = new ArrayList<>(intruder.entries());
        change.to(all);
        intruder.rewrites(all);
        return at();
    }

    long changed(UnaryOperator<Intruder.Entry> change) {
        return rewritten(all -> all.set(place, change.apply(all.get(place))));
    }

    /** Another history from here on, sealed throughout, with the forger's key. */
    long sealedAnewFrom(int first) {
        return rewritten(
                all -> {
                    var tree = Trees.frontier(all.subList(0, first));
                    for (int i = first; i < all.size(); i++) {
                        var entry = all.get(i).saying("{\"forged\":" + i + "}");
                        var hash = Merkle.leafHash(entry.bytes());
                        tree = tree.with(hash);
                        all.set(i, entry.sealed(sealOf(hash, entry), sealOf(tree)));
                    }
                });
    }

    private byte[] sealOf(byte[] hash, Intruder.Entry entry) {
        return Keyring.seal(
                forger, SignedNote.bodyOfLeaf(LedgerConfiguration.ORIGIN, hash, entry.at()));
    }

    private byte[] sealOf(Frontier tree) {
        var body = SignedNote.body(LedgerConfiguration.ORIGIN, tree.size(), tree.root());
        return Keyring.seal(forger, body.getBytes(UTF_8));
    }

    String forgedNote(long size) {
        return SignedNote.sign(
                        size,
                        Trees.frontier(intruder.entries().subList(0, (int) size)).root(),
                        forger)
                .note();
    }
}
