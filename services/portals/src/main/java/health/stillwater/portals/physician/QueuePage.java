package health.stillwater.portals.physician;

import health.stillwater.portals.shell.Spans;
import health.stillwater.portals.shell.Tone;
import health.stillwater.review.CaseStage;
import health.stillwater.review.QueueRow;
import health.stillwater.review.Risk;
import java.time.Instant;
import java.util.List;

/**
 * The queue, as one physician sees it.
 *
 * @param rows what they hold, then what waits
 * @param held of their own patients, what the gate keeps back, and why
 */
public record QueuePage(List<QueueRow> rows, List<QueueRow> held, Instant now) {

    static QueuePage of(List<QueueRow> all, Instant now) {
        return new QueuePage(
                all.stream().filter(row -> row.stage() != CaseStage.HELD).toList(),
                all.stream().filter(row -> row.stage() == CaseStage.HELD).toList(),
                now);
    }

    /** {@code 3 cases: 1 yours, 1 late}. */
    public String sums() {
        var mine = rows.stream().filter(row -> row.mineUntil().isPresent()).count();
        var late = rows.stream().filter(QueueRow::overdue).count();
        return rows.size()
                + (rows.size() == 1 ? " case" : " cases")
                + (mine == 0 ? "" : ", " + mine + " yours")
                + (late == 0 ? "" : ", " + late + " late");
    }

    public Tone tone(Risk risk) {
        return switch (risk) {
            case HIGH -> Tone.STOP;
            case RAISED -> Tone.WAIT;
            case USUAL -> Tone.OPEN;
        };
    }

    public String word(Risk risk) {
        return switch (risk) {
            case HIGH -> "High";
            case RAISED -> "Raised";
            case USUAL -> "Usual";
        };
    }

    public String due(QueueRow row) {
        return Spans.due(row.dueAt(), now);
    }
}
