package health.stillwater.portals.physician;

import health.stillwater.enrollment.PatientView;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.portals.shell.Choice;
import health.stillwater.visits.PdmpView;
import java.util.List;
import java.util.Set;

/**
 * Which monitoring reports must be read for a request, and which were.
 *
 * @param toCheck every state that matters, read or not
 */
public record ReportsPage(
        RequestId request, PatientView patient, Set<UsState> toCheck, List<PdmpView> reports) {

    public List<Choice> choices() {
        return toCheck.stream().map(this::choice).toList();
    }

    private Choice choice(UsState state) {
        var read = reports.stream().anyMatch(report -> report.state() == state);
        return new Choice(
                state.name(), state.title(), read ? "Read before; a new report replaces it" : null);
    }
}
