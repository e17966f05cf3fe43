package health.stillwater.outlook;

import health.stillwater.licensing.Licensing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Walks through everybody in care, least medicine left first, and stops as soon as the asker has
 * enough. Nothing is stored: a list is as things stand when it is read.
 */
@Component
class Lists {

    private static final int BLOCK = 1_000;

    private final People people;
    private final Lookout lookout;
    private final Licensing licensing;

    Lists(People people, Lookout lookout, Licensing licensing) {
        this.people = people;
        this.lookout = lookout;
        this.licensing = licensing;
    }

    AffectedPage page(LookAhead question, AffectedFilter filter, int page) {
        var wanted = new ArrayList<Sight.Seen>();
        var skipped = new int[] {page * AffectedPage.SIZE};
        walk(
                question,
                filter,
                seen -> {
                    if (skipped[0] > 0) {
                        skipped[0]--;
                    } else {
                        wanted.add(seen);
                    }
                    return wanted.size() <= AffectedPage.SIZE;
                });
        var describe = describer(question);
        return new AffectedPage(
                wanted.stream().limit(AffectedPage.SIZE).map(describe::of).toList(),
                page,
                wanted.size() > AffectedPage.SIZE);
    }

    /** Everybody affected, one after the other; answers how many. */
    int each(LookAhead question, AffectedFilter filter, Consumer<Affected> to) {
        var describe = describer(question);
        var many = new int[1];
        walk(
                question,
                filter,
                seen -> {
                    to.accept(describe.of(seen));
                    many[0]++;
                    return true;
                });
        return many[0];
    }

    /**
     * Of a proposed change, those whom the change itself stops: the others are on the list of the
     * day.
     *
     * @param goesOn takes one who would be stopped, and says whether more are wanted
     */
    private void walk(LookAhead question, AffectedFilter filter, Predicate<Sight.Seen> goesOn) {
        var sight = lookout.toward(lookout.instantOf(question), question.supposition());
        var change = question.supposition().changesRules();
        var row = filter.row();
        Person last = null;
        while (true) {
            var block = people.next(last, filter, BLOCK);
            for (var person : block) {
                var seen = sight.look(person);
                var wanted = row == null ? seen.stopped() : seen.stoppedBy(row);
                if (wanted && !(change && seen.already()) && !goesOn.test(seen)) {
                    return;
                }
            }
            if (block.size() < BLOCK) {
                return;
            }
            last = block.getLast();
        }
    }

    private Describer describer(LookAhead question) {
        return new Describer(
                lookout.steps(lookout.instantOf(question), question.supposition()),
                new Names(licensing),
                lookout.today());
    }

    /** Puts what was found in words. */
    private record Describer(NextSteps steps, Names names, LocalDate today) {

        Affected of(Sight.Seen seen) {
            var person = seen.person();
            var physician = names.physician(person.physician().value());
            return new Affected(
                    person.patient(),
                    person.reference(),
                    person.state(),
                    person.physician(),
                    physician,
                    person.pharmacy(),
                    names.pharmacy(person.pharmacy().value()),
                    person.filledOn(),
                    person.coveredThrough(),
                    ChronoUnit.DAYS.between(today, person.coveredThrough()),
                    seen.stops(),
                    seen.already(),
                    steps.of(seen, physician));
        }
    }
}
