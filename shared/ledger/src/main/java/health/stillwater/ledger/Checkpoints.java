package health.stillwater.ledger;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Signs the log as it grows, and never signs one that does not continue what was signed before. */
@Component
class Checkpoints {

    private final Log log;
    private final CheckpointFolder folder;
    private final CheckpointSigner signer;

    Checkpoints(Log log, CheckpointFolder folder, CheckpointSigner signer) {
        this.log = log;
        this.folder = folder;
        this.signer = signer;
    }

    /**
     * The checkpoint of the log as it is committed now; in a transaction of its own, so that
     * nothing less is signed.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Checkpoint make() {
        var head = log.head();
        var fresh = SignedNote.sign(head.size(), head.root(), signer);
        latest().ifPresent(last -> requireThat(fresh, last));
        folder.keep(fresh);
        log.keep(fresh);
        return fresh;
    }

    /** The signed checkpoints in the database and outside it; the smallest first. */
    List<Signed> all() {
        var all = new ArrayList<Signed>();
        for (var note : log.notes()) {
            all.add(
                    new Signed(
                            "a checkpoint in the database", SignedNote.open(note, signer.key())));
        }
        for (var note : folder.notes()) {
            all.add(
                    new Signed(
                            "the checkpoint in " + note.name(),
                            SignedNote.open(note.text(), signer.key())));
        }
        all.sort(Comparator.comparingLong(Signed::size));
        return all;
    }

    /**
     * The latest as they are kept, the longest log first; a longer one that only stands outside
     * comes before all.
     */
    List<KeptCheckpoint> latest(int most) {
        var inside = log.latest(most);
        var outside = folder.latest().flatMap(note -> SignedNote.open(note, signer.key()));
        var lost =
                outside.filter(it -> inside.isEmpty() || it.size() > inside.getFirst().size())
                        .map(
                                it ->
                                        kept(
                                                it.size(),
                                                it.root(),
                                                null,
                                                it.note(),
                                                "It stands only outside the database."));
        return Stream.concat(lost.stream(), inside.stream().map(this::compared)).toList();
    }

    private KeptCheckpoint compared(Log.SignedAt inside) {
        var signed =
                SignedNote.open(inside.note(), signer.key())
                        .filter(it -> it.size() == inside.size());
        var root = signed.map(Checkpoint::root).orElse(new byte[0]);
        return kept(inside.size(), root, inside.madeAt(), inside.note(), fault(inside, signed));
    }

    private @Nullable String fault(Log.SignedAt inside, Optional<Checkpoint> signed) {
        if (signed.isEmpty()) {
            return "It cannot be said that we signed it.";
        }
        var written = inside.size() == 0 ? Sha256.of() : inside.root();
        if (written == null || !MessageDigest.isEqual(signed.get().root(), written)) {
            return "The log of this size is not the one it was signed over.";
        }
        var copy = folder.of(inside.size());
        if (copy.isEmpty()) {
            return "The copy outside the database is missing.";
        }
        return copy.get().equals(inside.note())
                ? null
                : "The copy outside the database is another.";
    }

    private static KeptCheckpoint kept(
            long size, byte[] root, @Nullable Instant madeAt, String note, @Nullable String fault) {
        return new KeptCheckpoint(size, HexFormat.of().formatHex(root), madeAt, note, fault);
    }

    VerifierKey key() {
        return signer.key();
    }

    private Optional<Checkpoint> latest() {
        return Stream.of(folder.latest(), log.latestNote())
                .flatMap(Optional::stream)
                .map(
                        note ->
                                SignedNote.open(note, signer.key())
                                        .orElseThrow(
                                                () ->
                                                        new IllegalStateException(
                                                                "the last checkpoint is not signed by our key")))
                .max(Comparator.comparingLong(Checkpoint::size));
    }

    private void requireThat(Checkpoint fresh, Checkpoint last) {
        boolean grew =
                last.size() <= fresh.size()
                        && ProofCheck.consistency(
                                last.size(),
                                fresh.size(),
                                last.root(),
                                fresh.root(),
                                Merkle.consistencyPath(
                                        Math.toIntExact(last.size()), log.hashes(fresh.size())));
        if (!grew) {
            throw new IllegalStateException(
                    "the log of size "
                            + fresh.size()
                            + " does not continue the signed log of size "
                            + last.size()
                            + "; nothing is signed");
        }
    }

    /**
     * A note and what it says.
     *
     * @param checkpoint empty when the note is garbled or not signed by our key
     */
    record Signed(String where, Optional<Checkpoint> checkpoint) {

        long size() {
            return checkpoint.map(Checkpoint::size).orElse(-1L);
        }

        boolean agreesWith(byte[] root) {
            return checkpoint.map(it -> MessageDigest.isEqual(it.root(), root)).orElse(false);
        }
    }
}
