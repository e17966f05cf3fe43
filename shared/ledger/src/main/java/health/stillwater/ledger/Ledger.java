package health.stillwater.ledger;

import health.stillwater.kernel.Refusal;
import health.stillwater.runtime.Acting;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The front door of the log.
 *
 * <p>A leaf is written, sealed with our signature, in its caller's transaction, and has a number.
 * Once that is committed it is given its place, and has an index. Only then is it in the log.
 *
 * <p>Leaves are health information: physicians and the program append and read them, compliance
 * officers read them, a patient reads their own decision where prescribing keeps it. Hashes,
 * checkpoints and proofs are for everybody.
 */
@Service
public class Ledger {

    private final Log log;
    private final LogSigner signer;
    private final Keyring keys;
    private final Sequencer sequencer;
    private final Placing placing;
    private final Checkpoints checkpoints;
    private final Checking checking;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Ledger(
            Log log,
            LogSigner signer,
            Keyring keys,
            Sequencer sequencer,
            Placing placing,
            Checkpoints checkpoints,
            Checking checking,
            ApplicationEventPublisher news,
            Clock clock) {
        this.log = log;
        this.signer = signer;
        this.keys = keys;
        this.sequencer = sequencer;
        this.placing = placing;
        this.checkpoints = checkpoints;
        this.checking = checking;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Writes a leaf, in the caller's transaction, and answers its number; waits for nobody. Its
     * place is given a moment after the commit: ask {@link #index}.
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
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var body = SignedNote.bodyOfLeaf(keys.name(), Merkle.leafHash(leaf), now);
        var seal = Keyring.seal(signer, body);
        long number = log.write(leaf, now, seal);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        sequencer.wrote(number, body, seal);
                        placing.wake();
                    }
                });
        return number;
    }

    /**
     * The index of a committed leaf, as soon as it has one. Not inside a transaction.
     *
     * @param number what {@link #append} answered
     */
    public long index(long number) {
        sequencer.placeAll();
        return Optional.ofNullable(log.indexes(List.of(number)).get(number))
                .orElseThrow(() -> new Refusal.Missing("Leaf number " + number));
    }

    /**
     * The indexes of those of these leaves that are in the log, by their numbers; it never waits.
     */
    @Transactional(readOnly = true)
    public Map<Long, Long> indexes(Collection<Long> numbers) {
        return log.indexes(numbers);
    }

    /** The bytes of the leaf at an index, exactly as they were appended. */
    @Transactional(readOnly = true)
    public byte[] leaf(long index) {
        return log.leaf(index).orElseThrow(() -> new Refusal.Missing("Leaf " + index));
    }

    /** How many leaves are in the log. */
    @Transactional(readOnly = true)
    public long size() {
        return log.head().size();
    }

    /**
     * The log with everything that is committed now, signed, and kept outside the database as well.
     * Not inside a transaction.
     */
    public Checkpoint checkpoint() {
        return checkpoints.make();
    }

    /** The latest checkpoint that was signed; empty before the first. */
    @Transactional(readOnly = true)
    public Optional<Checkpoint> latestCheckpoint() {
        return checkpoints.latest();
    }

    /** Proves that a leaf is in the log of this size. */
    @Transactional(readOnly = true)
    public Proof inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new Refusal.Missing("Leaf " + index);
        }
        return new Proof(index, size, tree(size).inclusion(index));
    }

    /** Proves that the log of one size is the beginning of the log of a later size. */
    @Transactional(readOnly = true)
    public List<byte[]> consistency(long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("a log does not grow from " + from + " to " + to);
        }
        return tree(to).consistency(from);
    }

    private Tree tree(long size) {
        if (size > log.head().size()) {
            throw new Refusal.Missing("The log of size " + size);
        }
        return new Tree(size, new Tiles(log));
    }

    /**
     * Recomputes everything from the leaves, and names the first one that is wrong. Not inside a
     * transaction.
     */
    public Verification verify() {
        requireWhoChecks();
        sequencer.placeAll();
        return checking.verify(checkpoints.outside());
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
        return signer.key().vkey();
    }

    /** Every public key that has signed, one a line, the one that signs now first. */
    public String verifierKeys() {
        return keys.text();
    }

    /**
     * Proves leaves under a checkpoint signed now, in the order of the log. Not inside a
     * transaction.
     *
     * @param leaves the bytes of committed leaves, by their numbers
     * @throws IllegalStateException when one of them is not what stands in the log
     */
    public Evidence evidence(Map<Long, byte[]> leaves) {
        var checkpoint = checkpoints.make();
        return Evidence.of(leaves, log.indexes(leaves.keySet()), checkpoint, keys.text(), log);
    }

    /**
     * A case file: the evidence, readable pages and whatever else, in one sealed zip
     * (docs/case-file.md).
     *
     * @param about what the file is of, a line each; no name of a person
     * @param pages further files by their names, in this order
     */
    public byte[] caseFile(List<String> about, Evidence evidence, Map<String, byte[]> pages) {
        return CaseFile.sealed(about, evidence, pages, signer);
    }

    /**
     * Writes the log out, for a program that trusts nothing of ours: {@code decisions.jsonl},
     * {@code checkpoint.txt} and {@code keys.txt}. It is health information.
     */
    @Transactional
    public void export(Path folder) {
        requireWhoChecks();
        var checkpoint = checkpoints.make();
        new LedgerExport(folder).write(checkpoint, verifierKeys(), log);
        news.publishEvent(new LedgerExported(checkpoint.size(), clock.instant()));
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
