package health.stillwater.portals.compliance;

import health.stillwater.kernel.Actor;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.rulebook.Rulebook;
import java.time.Clock;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was proposed, and the decision of a second person. */
@Controller
@RequestMapping("/compliance/rulebook/proposals")
@PreAuthorize("hasRole('COMPLIANCE')")
class ProposalsController {

    private static final String PAGE = "compliance/proposal";

    private final Rulebook rulebook;
    private final Clock clock;

    ProposalsController(Rulebook rulebook, Clock clock) {
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @GetMapping
    Screen list(@Signed Actor me) {
        return Screen.of("compliance/proposals")
                .with("view", new ProposalsPage(rulebook.proposals(), me.id(), clock.instant()));
    }

    @GetMapping("/{number}")
    Screen show(@PathVariable long number, @Signed Actor me) {
        return Screen.of(PAGE).with("view", page(number, me));
    }

    @PostMapping("/{number}")
    Screen decide(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            @Signed Actor me,
            RedirectAttributes next) {
        var page = page(number, me);
        var here = address(number);
        switch (decision) {
            case "approve" -> {
                rulebook.approve(number);
                return Screen.go(here, "You approved it.", next);
            }
            case "reject" -> {
                if (reason.isBlank()) {
                    return again(page, "reason", "Say why, so that the proposer can learn from it");
                }
                rulebook.reject(number, reason);
                return Screen.go(here, "You rejected it. It is kept, with your reason.", next);
            }
            case "withdraw" -> {
                rulebook.withdraw(number);
                return Screen.go(here, "You took it back. It is kept.", next);
            }
            default -> {
                return again(page, "decision", "Choose what becomes of it");
            }
        }
    }

    private static Screen again(ProposalsPage page, String field, String sentence) {
        return Screen.again(PAGE, FieldErrors.of(field, sentence)).with("view", page);
    }

    private ProposalsPage page(long number, Actor me) {
        return new ProposalsPage(List.of(rulebook.proposal(number)), me.id(), clock.instant());
    }

    /** To the proposal that was just made. */
    static Screen toProposal(long number, RedirectAttributes next) {
        return Screen.go(
                address(number),
                "Proposed. Nothing changes until another compliance officer approves it.",
                next);
    }

    private static String address(long number) {
        return BookPart.PROPOSALS.address() + "/" + number;
    }
}
