package health.stillwater.ledger;

import health.stillwater.kernel.Refusal;
import health.stillwater.runtime.Acting;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door of the log.
 *
 * <p>Leaves are health information: physicians and the program append and read them, compliance
 * officers read them, a patient reads their own decision where prescribing keeps it. Hashes,
 * checkpoints and proofs are for everybody.
 */
@Service
public class Ledger {

    private final Log log;
    private final Checkpoints checkpoints;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Ledger(Log log, Checkpoints checkpoints, ApplicationEventPublisher news, Clock clock) {
        this.log = log;
        this.checkpoints = checkpoints;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Adds a leaf, in the caller's transaction, and answers its index. Leaf follows leaf without a
     * gap; whoever appends waits for the transaction that appended before.
     *
     * @param leaf one line of text, so that the log can be written out line by line: canonical JSON
     *     is
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long append(byte[] leaf) {
        for (byte each : leaf) {
            if (each == '\n') {
                throw new IllegalArgumentException("a leaf is one line");
            }
        }
        var head = log.lockedHead();
        var hash = Merkle.leafHash(leaf);
        log.append(leaf, hash, head.with(hash));
        return head.size();
    }

    /** The bytes of one leaf, exactly as they were appended. */
    @Transactional(readOnly = true)
    public byte[] leaf(long index) {
        return log.leaf(index).orElseThrow(() -> new Refusal.Missing("Leaf " + index));
    }

    @Transactional(readOnly = true)
    public long size() {
        return log.head().size();
    }

    /** The log as it is committed now, signed, and kept outside the database as well. */
    public Checkpoint checkpoint() {
        return checkpoints.make();
    }

    /** Proves that a leaf is in the log of this size. */
    @Transactional(readOnly = true)
    public Proof inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new Refusal.Missing("Leaf " + index);
        }
        return new Proof(index, size, Merkle.inclusionPath(Math.toIntExact(index), hashes(size)));
    }

    /** Proves that the log of one size is the beginning of the log of a later size. */
    @Transactional(readOnly = true)
    public List<byte[]> consistency(long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("a log does not grow from " + from + " to " + to);
        }
        return Merkle.consistencyPath(Math.toIntExact(from), hashes(to));
    }

    /** Recomputes everything from the leaves, and names the first one that is wrong. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Verification verify() {
        requireWhoChecks();
        var now = clock.instant();
        var again = new Recomputation(checkpoints.all());
        log.forEach(again::take);
        var fault = again.end(log.head());
        news.publishEvent(new LedgerVerified(fault == null, now));
        return fault == null
                ? new Verification.Sound(
                        again.size(), HexFormat.of().formatHex(again.root()), again.compared(), now)
                : new Verification.Broken(fault.index(), fault.reason(), now);
    }

    /**
     * The checkpoints with the longest logs, the longest first. Each is compared with its copy
     * outside the database and with the root written down at its size; only {@link #verify()}
     * computes that root again from the leaves.
     */
    @Transactional(readOnly = true)
    public List<KeptCheckpoint> checkpoints(int most) {
        return checkpoints.latest(most);
    }

    /** The public key that checkpoints are verified with (C2SP vkey). */
    public String verifierKey() {
        return checkpoints.key().vkey();
    }

    /**
     * Writes the log out, for a program that trusts nothing of ours: {@code decisions.jsonl},
     * {@code checkpoint.txt} and {@code keys.txt}. It is health information.
     */
    @Transactional
    public void export(Path folder) {
        requireWhoChecks();
        var checkpoint = checkpoints.make();
        new LedgerExport(folder).write(checkpoint, verifierKey(), log);
        news.publishEvent(new LedgerExported(checkpoint.size(), clock.instant()));
    }

    private List<byte[]> hashes(long size) {
        var hashes = log.hashes(size);
        if (hashes.size() != size) {
            throw new Refusal.Missing("The log of size " + size);
        }
        return hashes;
    }

    /** Anybody else would see only a part of the log, and find it broken. */
    private static void requireWhoChecks() {
        switch (Acting.now().kind()) {
            case SYSTEM, COMPLIANCE -> {}
            case NOBODY, VISITOR, PATIENT, PHYSICIAN, PHARMACIST, BILLING ->
                    throw new Refusal.Forbidden("Only a compliance officer reads the whole log.");
        }
    }
}
