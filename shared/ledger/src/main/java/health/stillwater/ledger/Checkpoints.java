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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs the log as it grows, and never signs one that does not continue what was signed before. */
@Component
class Checkpoints {

    private final Log log;
    private final CheckpointFolder folder;
    private final LogSigner signer;
    private final Keyring keys;
    private final Sequencer sequencer;
    private final TransactionTemplate ownTransaction;

    Checkpoints(
            Log log,
            CheckpointFolder folder,
            LogSigner signer,
            Keyring keys,
            Sequencer sequencer,
            PlatformTransactionManager transactions) {
        this.log = log;
        this.folder = folder;
        this.signer = signer;
        this.keys = keys;
        this.sequencer = sequencer;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * The checkpoint of every leaf that is committed now; in a transaction of its own, so that
     * nothing less is signed.
     */
    Checkpoint make() {
        sequencer.placeAll();
        return ownTransaction.execute(_ -> signed());
    }

    /** In the caller's transaction. */
    Checkpoint signed() {
        var head = log.head();
        var fresh = SignedNote.sign(head.size(), head.root(), signer);
        var last = latest();
        last.ifPresent(it -> requireThat(fresh, it));
        last.ifPresent(log::keep); // a process that died here had kept it outside alone
        var kept = last.filter(it -> it.size() == fresh.size()).orElse(fresh);
        folder.keep(kept);
        log.keep(kept);
        return kept;
    }

    /** What stands outside the database now. */
    List<CheckpointFolder.Note> outside() {
        return folder.notes();
    }

    /**
     * The signed checkpoints in the database and outside it; the smallest first. Each has a copy on
     * the other side, but for the latest, which stands outside before it stands inside.
     *
     * @param outside read before the database was: what is signed meanwhile is nothing to wonder at
     */
    List<Signed> all(List<CheckpointFolder.Note> outside) {
        var inside = log.notes();
        var latest = outside.stream().mapToLong(CheckpointFolder.Note::size).max().orElse(0);
        var all = new ArrayList<Signed>();
        inside.forEach(
                (size, note) ->
                        all.add(
                                signed("a checkpoint in the database", size, note)
                                        .alone(folder.of(size).isEmpty())));
        for (var note : outside) {
            long size = note.size();
            boolean numbered = size != CheckpointFolder.Note.LATEST;
            all.add(
                    signed("the checkpoint in " + note.name(), size, note.text())
                            .alone(numbered && size < latest && !inside.containsKey(size)));
        }
        all.sort(Comparator.comparingLong(Signed::size));
        return all;
    }

    /** What a note says, if it says it of the size under which it is kept. */
    private Signed signed(String where, long size, String note) {
        var opened = SignedNote.open(note, keys);
        long said = opened.map(it -> it.checkpoint().size()).orElse(size);
        boolean fits = size == CheckpointFolder.Note.LATEST || said == size;
        return fits
                ? new Signed(where, said, opened, false)
                : new Signed(where, size, Optional.empty(), false);
    }

    /**
     * The latest as they are kept, the longest log first; a longer one that only stands outside
     * comes before all.
     */
    List<KeptCheckpoint> latest(int most) {
        var inside = log.latest(most);
        var outside =
                folder.latest()
                        .flatMap(note -> SignedNote.open(note, keys))
                        .map(SignedNote.Opened::checkpoint);
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
                SignedNote.open(inside.note(), keys)
                        .map(SignedNote.Opened::checkpoint)
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

    /** The latest that was signed, wherever it stands; empty before the first. */
    Optional<Checkpoint> latest() {
        return Stream.of(folder.latest(), log.latestNote())
                .flatMap(Optional::stream)
                .map(
                        note ->
                                SignedNote.open(note, keys)
                                        .map(SignedNote.Opened::checkpoint)
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
                                new Tree(fresh.size(), new Tiles(log)).consistency(last.size()));
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
     * @param size that it says, or under which it is kept
     * @param opened empty when the note is garbled, of another size, or not signed by our keys
     * @param alone whether its copy on the other side is missing
     */
    record Signed(String where, long size, Optional<SignedNote.Opened> opened, boolean alone) {

        boolean agreesWith(byte[] root) {
            return opened.map(it -> MessageDigest.isEqual(it.checkpoint().root(), root))
                    .orElse(false);
        }

        Signed alone(boolean without) {
            return new Signed(where, size, opened, without);
        }
    }
}
