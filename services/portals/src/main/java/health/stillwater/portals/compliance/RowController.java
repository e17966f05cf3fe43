package health.stillwater.portals.compliance;

import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.rulebook.ProposalOutcome;
import health.stillwater.rulebook.Rulebook;
import java.time.Clock;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One row with its versions, and the form that proposes the next. */
@Controller
@RequestMapping("/compliance/rulebook/rows/{row}")
@PreAuthorize("hasRole('COMPLIANCE')")
class RowController {

    private static final String PAGE = "compliance/row";

    private final Rulebook rulebook;
    private final Clock clock;

    RowController(Rulebook rulebook, Clock clock) {
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @GetMapping
    Screen show(@PathVariable String row) {
        return Screen.of(PAGE).with("view", page(row));
    }

    @PostMapping
    Screen propose(
            @PathVariable String row, @ModelAttribute RowForm form, RedirectAttributes next) {
        var page = page(row);
        var unreadable = form.unreadable();
        if (!unreadable.isEmpty()) {
            return Screen.again(PAGE, new FieldErrors(unreadable)).with("view", page);
        }
        return switch (rulebook.propose(form.draft(row))) {
            case ProposalOutcome.NotValid wrong ->
                    Screen.again(PAGE, new FieldErrors(wrong.sentences())).with("view", page);
            case ProposalOutcome.Proposed proposed ->
                    ProposalsController.toProposal(proposed.number(), next);
        };
    }

    private RowPage page(String row) {
        var versions = rulebook.versions(row);
        return new RowPage(
                versions,
                rulebook.settings().stream()
                        .filter(value -> row.equals(value.setting().row()))
                        .toList(),
                rulebook.law().stream().filter(law -> law.rows().contains(row)).toList(),
                clock.instant());
    }
}
