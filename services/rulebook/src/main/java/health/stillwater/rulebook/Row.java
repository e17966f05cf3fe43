package health.stillwater.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row of the book in one version: its data, and the predicate behind it. */
final class Row {

    private final RowView written;
    private final Predicate predicate;
    private final Instant from;
    private final Instant until;
    private final Verdict pass;

    /**
     * Puts a written row together with its predicate.
     *
     * @param zone where its first and last day begin and end
     */
    Row(RowView written, ZoneId zone) {
        this(written, begin(written, zone), end(written, zone));
    }

    /**
     * The same, in force for another time than its days say: approved in the middle of its first,
     * or followed by a later version before its last.
     */
    Row(RowView written, Instant from, Instant until) {
        this.written = written;
        this.predicate = Predicate.valueOf(written.id());
        this.from = from;
        this.until = until;
        this.pass = new Verdict(written.id(), written.version(), Answer.PASS, "", written.words());
    }

    static Instant begin(RowView written, ZoneId zone) {
        return written.validFrom().atStartOfDay(zone).toInstant();
    }

    static Instant end(RowView written, ZoneId zone) {
        var last = written.validTo();
        return last == null ? Instant.MAX : last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    RowView written() {
        return written;
    }

    Set<Moment> moments() {
        return written.moments();
    }

    Instant from() {
        return from;
    }

    Instant until() {
        return until;
    }

    boolean inForce(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    Verdict ask(Matter matter) {
        var finding = predicate.ask(matter);
        return finding.answer() == Answer.PASS
                ? pass
                : new Verdict(
                        written.id(),
                        written.version(),
                        finding.answer(),
                        finding.reason(),
                        written.words());
    }

    /** Not asked: nobody has compared it with its source lately. */
    Verdict unverified(LocalDate on, @Nullable Integer days) {
        return new Verdict(
                written.id(),
                written.version(),
                Answer.UNKNOWN,
                "this rule was last verified on "
                        + on
                        + ", good for "
                        + days
                        + " days; what it says now: not known",
                written.words());
    }

    /** Whether two rows speak of the same rule at the same time, which the book does not allow. */
    static @Nullable String clash(Row one, Row other) {
        var same = one.written.id().equals(other.written.id());
        return same && one.from.isBefore(other.until) && other.from.isBefore(one.until)
                ? one.written.id()
                        + " in versions "
                        + one.written.version()
                        + " and "
                        + other.written.version()
                : null;
    }
}
