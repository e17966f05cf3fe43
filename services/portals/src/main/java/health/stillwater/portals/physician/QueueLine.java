package health.stillwater.portals.physician;

import health.stillwater.kernel.UsState;
import health.stillwater.portals.shell.Moments;
import health.stillwater.portals.shell.Spans;
import health.stillwater.portals.shell.Tone;
import health.stillwater.review.FollowUpReason.Urgency;
import health.stillwater.review.FollowUpRow;
import health.stillwater.review.QueueRow;
import health.stillwater.review.Risk;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One line of the queue: a case, or something to look after between decisions. It names nobody.
 *
 * @param rank how soon, beside the others
 * @param why the risk in words
 * @param with who has it, in words; empty for nobody
 */
public record QueueLine(
        String address,
        String title,
        String known,
        String kind,
        Risk rank,
        String why,
        Instant dueAt,
        boolean overdue,
        String due,
        UsState state,
        Optional<String> with) {

    static final Comparator<QueueLine> ORDER =
            Comparator.comparing(QueueLine::rank).thenComparing(QueueLine::dueAt);

    static QueueLine of(QueueRow row, Instant now) {
        var mine =
                row.mineUntil().map(until -> "Yours until " + Moments.clock(until, Moments.HOUSE));
        var kept =
                row.keptUntil()
                        .map(
                                until ->
                                        "A colleague first, until "
                                                + Moments.clock(until, Moments.HOUSE));
        return new QueueLine(
                "/physician/cases/" + row.caseId(),
                row.reference(),
                row.known() ? "You saw this patient" : "A colleague saw this patient",
                row.kind().words(),
                row.risk(),
                row.risk().words(),
                row.dueAt(),
                row.overdue(),
                Spans.due(row.dueAt(), now),
                row.state(),
                mine.or(() -> kept));
    }

    static QueueLine of(FollowUpRow row, Instant now) {
        return new QueueLine(
                "/physician/follow-ups/" + row.id(),
                row.reason().words(),
                row.known() ? "A patient you saw" : "A colleague’s patient",
                "Follow-up",
                weighed(row.urgency()),
                row.reason().words() + ".",
                row.dueAt(),
                row.overdue(),
                Spans.due(row.dueAt(), now),
                row.state(),
                Optional.empty());
    }

    private static Risk weighed(Urgency urgency) {
        return switch (urgency) {
            case NOW -> Risk.HIGH;
            case SOON -> Risk.RAISED;
            case ROUTINE -> Risk.USUAL;
        };
    }

    public boolean mine() {
        return with.filter(words -> words.startsWith("Yours")).isPresent();
    }

    public Tone tone() {
        return switch (rank) {
            case HIGH -> Tone.STOP;
            case RAISED -> Tone.WAIT;
            case USUAL -> Tone.OPEN;
        };
    }

    public String word() {
        return QueuePage.word(rank);
    }
}
