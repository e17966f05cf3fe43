package health.stillwater.outlook;

import health.stillwater.rulebook.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges people twice: as things would stand then, and as they stand otherwise: today, or, for a
 * proposed change, on the same day without it.
 */
final class Sight {

    private final Scene then;
    private final Scene otherwise;

    Sight(Scene then, Scene otherwise) {
        this.then = then;
        this.otherwise = otherwise;
    }

    /**
     * What becomes of one person.
     *
     * @param stops the rows that would stop them
     * @param otherwise the rows that stop them otherwise
     */
    record Seen(Person person, List<Verdict> stops, Set<String> otherwise) {

        boolean stopped() {
            return !stops.isEmpty();
        }

        boolean already() {
            return !otherwise.isEmpty();
        }

        boolean stoppedBy(String row) {
            return stops.stream().anyMatch(verdict -> verdict.row().equals(row));
        }
    }

    Instant at() {
        return then.at();
    }

    Seen look(Person person) {
        var rows = otherwise.stops(person).stream().map(Verdict::row).collect(Collectors.toSet());
        return new Seen(person, then.stops(person), rows);
    }
}
