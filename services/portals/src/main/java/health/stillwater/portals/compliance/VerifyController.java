package health.stillwater.portals.compliance;

import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Moments;
import health.stillwater.portals.shell.Screen;
import health.stillwater.rulebook.ProposalOutcome;
import health.stillwater.rulebook.Rulebook;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says that rows were compared with their sources, so that they stay good. */
@Controller
@RequestMapping("/compliance/rulebook/verifications")
@PreAuthorize("hasRole('COMPLIANCE')")
class VerifyController {

    private static final String PAGE = "compliance/verify";

    private final Rulebook rulebook;
    private final Clock clock;

    VerifyController(Rulebook rulebook, Clock clock) {
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @GetMapping
    Screen show() {
        return Screen.of(PAGE).with("view", page());
    }

    @PostMapping
    Screen propose(
            @RequestParam(defaultValue = "") List<String> rows,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        var page = page();
        var known = page.rows().stream().map(version -> version.row().id()).toList();
        var chosen = known.stream().filter(rows::contains).sorted().toList();
        return switch (rulebook.proposeVerified(chosen, reason)) {
            case ProposalOutcome.NotValid wrong ->
                    Screen.again(PAGE, new FieldErrors(wrong.sentences())).with("view", page);
            case ProposalOutcome.Proposed proposed ->
                    ProposalsController.toProposal(proposed.number(), next);
        };
    }

    private VerifyPage page() {
        return VerifyPage.of(
                rulebook.currentRows(), LocalDate.ofInstant(clock.instant(), Moments.HOUSE));
    }
}
