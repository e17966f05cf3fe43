package health.stillwater.portals.physician;

import health.stillwater.checkins.CheckInsView;
import health.stillwater.checkins.CheckInsView.Message;
import health.stillwater.portals.shell.Spans;
import health.stillwater.prescribing.DecisionView;
import health.stillwater.review.FollowUpView;
import java.time.Instant;
import java.util.List;

/**
 * Something to look after, and what a physician needs to know before they call.
 *
 * @param decisions what was decided for this patient, the latest first
 */
public record FollowUpPage(
        FollowUpView view, CheckInsView checkIns, List<DecisionView> decisions, Instant now) {

    private static final int SHOWN = 12;

    /** The last texts both ways, the latest first. */
    public List<Message> messages() {
        var all = checkIns.messages();
        return all.subList(Math.max(0, all.size() - SHOWN), all.size()).reversed();
    }

    public boolean open() {
        return view.outcome().isEmpty();
    }

    public String due() {
        return Spans.due(view.dueAt(), now);
    }
}
