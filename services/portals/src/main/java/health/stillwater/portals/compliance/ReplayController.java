package health.stillwater.portals.compliance;

import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.rulebook.Rulebook;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Judges a past decision again: from its own snapshot, and by today's rules. */
@Controller
class ReplayController {

    private static final String PAGE = "compliance/replay";

    private final Prescribing prescribing;
    private final Rulebook rulebook;

    ReplayController(Prescribing prescribing, Rulebook rulebook) {
        this.prescribing = prescribing;
        this.rulebook = rulebook;
    }

    @GetMapping("/compliance/rulebook/replay")
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen show(@RequestParam(defaultValue = "") String decision) {
        var asked = decision.strip();
        if (asked.isEmpty()) {
            return Screen.of(PAGE).with("view", new ReplayPage("", null, null));
        }
        try {
            var record = prescribing.record(new DecisionId(UUID.fromString(asked)));
            return Screen.of(PAGE)
                    .with("view", new ReplayPage(asked, record, rulebook.replayed(record.gate())));
        } catch (IllegalArgumentException | Refusal.Missing nothing) {
            return Screen.again(
                            PAGE,
                            FieldErrors.of("decision", "No signed decision has this whole id"))
                    .with("view", new ReplayPage(asked, null, null));
        }
    }
}
