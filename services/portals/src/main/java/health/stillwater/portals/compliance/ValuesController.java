package health.stillwater.portals.compliance;

import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.rulebook.ProposalOutcome;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.rulebook.SettingView;
import health.stillwater.rulebook.ValueDraft;
import java.time.LocalDate;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The values that rows read, the clinical protocol among them, and the form that proposes another.
 */
@Controller
@RequestMapping("/compliance/rulebook")
@PreAuthorize("hasRole('COMPLIANCE')")
class ValuesController {

    private static final String PAGE = "compliance/value";

    private final Rulebook rulebook;

    ValuesController(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    @GetMapping("/values")
    Screen values() {
        return Screen.of("compliance/values").with("view", page(rulebook.settings()));
    }

    @GetMapping("/protocol")
    Screen protocol() {
        return Screen.of("compliance/protocol")
                .with(
                        "view",
                        page(
                                rulebook.settings().stream()
                                        .filter(value -> value.setting().protocol())
                                        .toList()));
    }

    @GetMapping("/values/{path}")
    Screen value(@PathVariable String path) {
        return Screen.of(PAGE).with("view", page(List.of(rulebook.setting(path))));
    }

    @PostMapping("/values/{path}")
    Screen propose(
            @PathVariable String path,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String effectiveOn,
            @RequestParam(defaultValue = "") String signedOffOn,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        var page = page(List.of(rulebook.setting(path)));
        LocalDate first = RowForm.day(effectiveOn);
        if (first == null) {
            return Screen.again(
                            PAGE,
                            FieldErrors.of(
                                    "effectiveOn", "Enter the first day, such as 2027-01-01"))
                    .with("view", page);
        }
        var draft = new ValueDraft(path, typed, first, reason, RowForm.day(signedOffOn));
        return switch (rulebook.propose(draft)) {
            case ProposalOutcome.NotValid wrong ->
                    Screen.again(PAGE, new FieldErrors(wrong.sentences())).with("view", page);
            case ProposalOutcome.Proposed proposed ->
                    ProposalsController.toProposal(proposed.number(), next);
        };
    }

    private ValuesPage page(List<SettingView> values) {
        return new ValuesPage(values, rulebook.medicalDirector().orElse(""));
    }
}
