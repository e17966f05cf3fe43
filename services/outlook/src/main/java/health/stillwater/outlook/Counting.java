package health.stillwater.outlook;

import health.stillwater.kernel.UsState;
import health.stillwater.licensing.Licensing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts everybody, some thousands at a time: each block in a transaction of its own that also says
 * how far it is, so nobody waits for it and little is held in memory.
 */
@Component
class Counting {

    private static final Logger LOG = LoggerFactory.getLogger(Counting.class);
    private static final int BLOCK = 2_000;

    private final Tallies tallies;
    private final People people;
    private final Lookout lookout;
    private final Licensing licensing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Counting(
            Tallies tallies,
            People people,
            Lookout lookout,
            Licensing licensing,
            TransactionTemplate transaction,
            Clock clock) {
        this.tallies = tallies;
        this.people = people;
        this.lookout = lookout;
        this.licensing = licensing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Counts, or says that it could not. One that is over is not counted again. */
    void count(UUID id) {
        var tally = transaction.execute(_ -> tallies.findById(id).orElseThrow());
        if (!tally.isCounting()) {
            return;
        }
        try {
            var counts = counted(tally);
            change(id, found -> found.finishes(counts, clock.instant()));
        } catch (RuntimeException broken) {
            LOG.error("Tally {} could not be counted", id, broken);
            change(id, found -> found.fails(clock.instant()));
        }
    }

    private Counts counted(Tally tally) {
        var sight = lookout.toward(tally.at(), tally.question().supposition());
        LocalDate day = tally.question().on();
        var sums = new Sums(day);
        Person last = null;
        do {
            last = block(tally.id(), last, sight, sums);
        } while (last != null);
        return sums.counts(state -> UsState.valueOf(state).title(), new Names(licensing));
    }

    /** The last person of the next block; null when there was none. */
    private @Nullable Person block(UUID id, @Nullable Person after, Sight sight, Sums sums) {
        List<Person> block =
                transaction.execute(_ -> people.next(after, AffectedFilter.everybody(), BLOCK));
        block.forEach(person -> sums.add(sight.look(person)));
        change(id, found -> found.advances(sums.people()));
        return block.isEmpty() ? null : block.getLast();
    }

    private void change(UUID id, Consumer<Tally> act) {
        transaction.executeWithoutResult(
                _ -> {
                    var found = tallies.findById(id).orElseThrow();
                    act.accept(found);
                    tallies.save(found);
                });
    }
}
