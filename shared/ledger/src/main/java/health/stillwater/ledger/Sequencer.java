package health.stillwater.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.stillwater.kernel.Actor;
import health.stillwater.runtime.Acting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives committed leaves their places, a batch in a transaction: places, tiles and head together,
 * or nothing. So places have no gaps, no leaf has two, and whoever is killed on the way leaves
 * nothing half done. One process at a time does it, whichever holds the lock.
 */
@Component
class Sequencer {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final Actor PROGRAM = Actor.system("ledger.sequencer");
    private static final int MOST_AT_ONCE = 500;
    private static final int REMEMBERED = 10_000;
    private static final String THE_FIRST = "0";

    private final Log log;
    private final Waiting waiting;
    private final LogSigner signer;
    private final Keyring keys;
    private final TransactionTemplate batch;

    /** No transaction before this one has left a leaf without a place. Only ever a short cut. */
    private volatile String since = THE_FIRST;

    private final Map<Long, Written> written = Collections.synchronizedMap(new Lately());

    private boolean busy;
    private long begun;
    private long done;

    Sequencer(
            Log log,
            Waiting waiting,
            LogSigner signer,
            Keyring keys,
            PlatformTransactionManager transactions) {
        this.log = log;
        this.waiting = waiting;
        this.signer = signer;
        this.keys = keys;
        this.batch = new TransactionTemplate(transactions);
        this.batch.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Everything that was committed before the call has its place when it returns. Many callers
     * share one round. Not inside a transaction: that would hold a connection and wait for another.
     */
    void placeAll() {
        if (!isDoneByAnother()) {
            try {
                rounds();
                synchronized (this) {
                    done = begun;
                }
            } finally {
                synchronized (this) {
                    busy = false;
                    notifyAll();
                }
            }
        }
    }

    /** Waits while somebody is at it; whether a round that began after the call has ended. */
    private synchronized boolean isDoneByAnother() {
        long mine = begun + 1;
        while (busy && done < mine) {
            try {
                wait();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while leaves got their places", stopped);
            }
        }
        if (done >= mine) {
            return true;
        }
        busy = true;
        begun++;
        return false;
    }

    private void rounds() {
        Round round;
        do {
            round = Acting.as(PROGRAM, () -> batch.execute(_ -> placeSome()));
            since = round.since();
        } while (round.more());
    }

    private Round placeSome() {
        var running = waiting.lock();
        var found = waiting.since(since, MOST_AT_ONCE);
        var ours = found.stream().filter(this::isSealedByUs).toList();
        if (!ours.isEmpty()) {
            place(ours);
        }
        boolean all = found.size() < MOST_AT_ONCE;
        return new Round(all ? running : since, !all && !ours.isEmpty());
    }

    private void place(List<Waiting.Leaf> leaves) {
        var before = log.head();
        var head = before;
        var roots = new ArrayList<byte[]>();
        for (var leaf : leaves) {
            head = head.with(leaf.hash());
            roots.add(head.root());
        }
        var body = SignedNote.body(keys.name(), head.size(), roots.getLast());
        waiting.place(before.size(), leaves, roots, Keyring.seal(signer, body.getBytes(UTF_8)));
        if (before.size() / Tiles.WIDTH != head.size() / Tiles.WIDTH) {
            waiting.fill(log, head.size());
        }
        waiting.move(head);
    }

    /** This process wrote a leaf itself, so its seal need not be verified, only compared. */
    void wrote(long number, byte[] body, byte[] seal) {
        written.put(number, new Written(body, seal));
    }

    /** A leaf that somebody put there without our key never gets a place. */
    private boolean isSealedByUs(Waiting.Leaf leaf) {
        var body = SignedNote.bodyOfLeaf(keys.name(), leaf.hash(), leaf.appendedAt());
        var known = written.remove(leaf.number());
        boolean ours =
                known != null
                                && Arrays.equals(known.body(), body)
                                && Arrays.equals(known.seal(), leaf.seal())
                        || keys.holds(body, leaf.seal());
        if (!ours) {
            LOG.error("Leaf {} was not written by us and gets no place", leaf.number());
        }
        return ours;
    }

    /** Forgets what was placed by another process long ago. */
    private static final class Lately extends LinkedHashMap<Long, Written> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Written> eldest) {
            return size() > REMEMBERED;
        }
    }

    /** What was sealed of a leaf, and the seal. */
    record Written(byte[] body, byte[] seal) {}

    /** How one batch ended. */
    private record Round(String since, boolean more) {}
}
