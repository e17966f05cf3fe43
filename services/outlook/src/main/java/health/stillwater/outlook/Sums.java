package health.stillwater.outlook;

import health.stillwater.outlook.Counts.Share;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Adds people up, one after the other. */
final class Sums {

    private static final int A_WEEK = 7;

    private final LocalDate day;
    private final Map<String, Part> rows = new HashMap<>();
    private final Map<String, Part> states = new HashMap<>();
    private final Map<String, Part> physicians = new HashMap<>();
    private final Map<String, Part> pharmacies = new HashMap<>();
    private final Part all = new Part();
    private int evaluated;
    private int outSoon;
    private int letGo;

    Sums(LocalDate day) {
        this.day = day;
    }

    private static final class Part {
        private int people;
        private int stopped;
        private int already;

        void add(boolean stops, boolean otherwise) {
            people++;
            stopped += stops ? 1 : 0;
            already += stops && otherwise ? 1 : 0;
        }

        Share share(String key, String name) {
            return new Share(key, name, people, stopped, already);
        }
    }

    void add(Sight.Seen seen) {
        var person = seen.person();
        all.add(seen.stopped(), seen.already());
        letGo += !seen.stopped() && seen.already() ? 1 : 0;
        evaluated += person.evaluated() ? 1 : 0;
        outSoon += seen.stopped() && person.coveredThrough().isBefore(day.plusDays(A_WEEK)) ? 1 : 0;
        part(states, person.state().name()).add(seen.stopped(), seen.already());
        part(physicians, person.physician().toString()).add(seen.stopped(), seen.already());
        part(pharmacies, person.pharmacy().toString()).add(seen.stopped(), seen.already());
        for (var verdict : seen.stops()) {
            part(rows, verdict.row()).add(true, seen.otherwise().contains(verdict.row()));
        }
    }

    int people() {
        return all.people;
    }

    /** What it came to; the names of states, physicians and pharmacies are asked for once. */
    Counts counts(Function<String, String> state, Names names) {
        return new Counts(
                all.people,
                all.stopped,
                all.already,
                evaluated,
                outSoon,
                letGo,
                shares(rows, Function.identity()),
                shares(states, state),
                shares(physicians, id -> names.physician(UUID.fromString(id))),
                shares(pharmacies, id -> names.pharmacy(UUID.fromString(id))));
    }

    private static Part part(Map<String, Part> parts, String key) {
        return parts.computeIfAbsent(key, _ -> new Part());
    }

    /** The largest number of people stopped first. */
    private static List<Share> shares(Map<String, Part> parts, Function<String, String> name) {
        return parts.entrySet().stream()
                .map(part -> part.getValue().share(part.getKey(), name.apply(part.getKey())))
                .sorted(
                        Comparator.comparing(Share::stopped)
                                .reversed()
                                .thenComparing(Share::name)
                                .thenComparing(Share::key))
                .toList();
    }
}
