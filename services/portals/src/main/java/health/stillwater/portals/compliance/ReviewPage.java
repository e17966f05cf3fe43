package health.stillwater.portals.compliance;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.portals.shell.Spans;
import health.stillwater.review.ConcernView;
import health.stillwater.review.EscalationView;
import health.stillwater.review.LateCase;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How the physicians' queue is worked.
 *
 * @param faults what the history of claims says is wrong; empty when nothing is
 */
public record ReviewPage(
        List<EscalationView> escalated,
        List<LateCase> late,
        List<ConcernView> concerns,
        List<String> faults,
        Map<PhysicianId, String> names,
        Instant now) {

    public String name(PhysicianId physician) {
        return names.getOrDefault(physician, "A physician who left");
    }

    public String due(Instant at) {
        return Spans.due(at, now);
    }

    /** {@code 14 decisions, 9 minutes of looking together}. */
    public String counted(ConcernView concern) {
        var minutes = concern.seconds() / 60;
        return concern.decisions()
                + " decisions, looked at for "
                + (minutes == 0
                        ? concern.seconds() + " seconds"
                        : minutes + (minutes == 1 ? " minute" : " minutes"))
                + " in all";
    }

    public String stands(LateCase late) {
        return switch (late.stage()) {
            case HELD -> "Held back by the gate";
            case WAITING -> "Waits for a physician";
            case CLAIMED -> "With a physician";
            case PAUSED -> "Set aside";
            case DECIDED -> "Decided";
        };
    }

    public List<ConcernView> open() {
        return concerns.stream().filter(concern -> concern.outcome().isEmpty()).toList();
    }

    public List<ConcernView> closed() {
        return concerns.stream().filter(concern -> concern.outcome().isPresent()).toList();
    }
}
