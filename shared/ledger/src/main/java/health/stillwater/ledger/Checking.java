package health.stillwater.ledger;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recomputes the whole log, as it stands at one moment: the moment after the checkpoints outside
 * were read.
 */
@Component
class Checking {

    private static final String EVER = "0";
    private static final int ENOUGH = 1000;

    private final Log log;
    private final Waiting waiting;
    private final Checkpoints checkpoints;
    private final Keyring keys;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Checking(
            Log log,
            Waiting waiting,
            Checkpoints checkpoints,
            Keyring keys,
            ApplicationEventPublisher news,
            Clock clock) {
        this.log = log;
        this.waiting = waiting;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.news = news;
        this.clock = clock;
    }

    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Verification verify(List<CheckpointFolder.Note> outside) {
        var now = clock.instant();
        var again = new Recomputation(checkpoints.all(outside), log.tiles(), keys);
        log.forEach(again::take);
        var found = again.end(log.head());
        var fault = found == null ? foreign(again.size()) : found;
        news.publishEvent(new LedgerVerified(fault == null, now));
        return fault == null
                ? new Verification.Sound(
                        again.size(), HexFormat.of().formatHex(again.root()), again.compared(), now)
                : new Verification.Broken(fault.index(), fault.reason(), now);
    }

    /** A leaf that waits for its place and was never written by us. */
    private Recomputation.@Nullable Fault foreign(long size) {
        boolean ours =
                waiting.since(EVER, ENOUGH).stream()
                        .allMatch(
                                leaf ->
                                        keys.holds(
                                                SignedNote.bodyOfLeaf(
                                                        keys.name(),
                                                        leaf.hash(),
                                                        leaf.appendedAt()),
                                                leaf.seal()));
        return ours
                ? null
                : new Recomputation.Fault(
                        size, "A leaf was put in behind the last one that we did not write.");
    }
}
