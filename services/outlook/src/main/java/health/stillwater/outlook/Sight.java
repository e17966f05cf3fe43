package health.stillwater.outlook;

import health.stillwater.rulebook.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges people twice: as things would stand then, and as they stand today. */
final class Sight {

    private final Scene then;
    private final Scene today;

    Sight(Scene then, Scene today) {
        this.then = then;
        this.today = today;
    }

    /**
     * What becomes of one person.
     *
     * @param stops the rows that would stop them
     * @param today the rows that stop them today
     */
    record Seen(Person person, List<Verdict> stops, Set<String> today) {

        boolean stopped() {
            return !stops.isEmpty();
        }

        boolean stoppedToday() {
            return !today.isEmpty();
        }

        boolean stoppedBy(String row) {
            return stops.stream().anyMatch(verdict -> verdict.row().equals(row));
        }
    }

    Instant at() {
        return then.at();
    }

    Seen look(Person person) {
        var today = this.today.stops(person).stream().map(Verdict::row).collect(Collectors.toSet());
        return new Seen(person, then.stops(person), today);
    }
}
