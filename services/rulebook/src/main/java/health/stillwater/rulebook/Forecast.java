package health.stillwater.rulebook;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The rules as they will stand at an instant, some of them, taken as verified again by then. It
 * judges what is supposed, quickly and for many: nothing it says permits or stops an act, so no
 * hash is made and no snapshot.
 */
public final class Forecast {

    private final Pack pack;
    private final UnaryOperator<Facts> whole;
    private final Set<String> rows;
    private final Instant at;

    /**
     * @param whole adds what the rules say of themselves
     */
    Forecast(Pack pack, UnaryOperator<Facts> whole, Set<String> rows, Instant at) {
        this.pack = pack.only(rows);
        this.whole = whole;
        this.rows = Set.copyOf(rows);
        this.at = at;
    }

    public Instant at() {
        return at;
    }

    /** The version of the rules that will be in force. */
    public String rulebookVersion() {
        return pack.version();
    }

    /** The rows it may ask. */
    public Set<String> rows() {
        return rows;
    }

    /** The rows that would not pass. */
    public List<Verdict> stops(Moment moment, Facts facts) {
        return pack.ask(moment, at, whole.apply(facts)).stream()
                .filter(verdict -> !verdict.passes())
                .toList();
    }
}
