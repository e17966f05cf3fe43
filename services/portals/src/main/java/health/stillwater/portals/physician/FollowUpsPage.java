package health.stillwater.portals.physician;

import health.stillwater.portals.shell.Spans;
import health.stillwater.portals.shell.Tone;
import health.stillwater.review.FollowUpReason.Urgency;
import health.stillwater.review.FollowUpRow;
import java.time.Instant;
import java.util.List;

/** What must be looked after between decisions, the most urgent first. */
public record FollowUpsPage(List<FollowUpRow> rows, Instant now) {

    public String due(FollowUpRow row) {
        return Spans.due(row.dueAt(), now);
    }

    public Tone tone(Urgency urgency) {
        return switch (urgency) {
            case NOW -> Tone.STOP;
            case SOON -> Tone.WAIT;
            case ROUTINE -> Tone.OPEN;
        };
    }

    public String word(Urgency urgency) {
        return switch (urgency) {
            case NOW -> "Now";
            case SOON -> "Soon";
            case ROUTINE -> "Routine";
        };
    }
}
