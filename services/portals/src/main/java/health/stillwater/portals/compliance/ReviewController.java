package health.stillwater.portals.compliance;

import health.stillwater.kernel.Refusal;
import health.stillwater.licensing.Licensing;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.review.Oversight;
import java.time.Clock;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What physicians put before compliance, what is late, and who decides too much too fast. No page
 * tells how often a physician approves.
 */
@Controller
@RequestMapping("/compliance/review")
@PreAuthorize("hasRole('COMPLIANCE')")
class ReviewController {

    private final Oversight oversight;
    private final Licensing licensing;
    private final Clock clock;

    ReviewController(Oversight oversight, Licensing licensing, Clock clock) {
        this.oversight = oversight;
        this.licensing = licensing;
        this.clock = clock;
    }

    @GetMapping
    Screen show() {
        return Screen.of("compliance/review").with("view", page());
    }

    @PostMapping("/answers")
    Screen answer(
            @RequestParam(defaultValue = "") String escalation,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes next) {
        if (words.isBlank()) {
            return again("words-" + escalation, "Write the answer, then send it.");
        }
        oversight.answer(id(escalation), words);
        return Screen.go("/compliance/review", "The physician has your answer.", next);
    }

    @PostMapping("/outcomes")
    Screen close(
            @RequestParam(defaultValue = "") String concern,
            @RequestParam(defaultValue = "") String outcome,
            RedirectAttributes next) {
        if (outcome.isBlank()) {
            return again("outcome-" + concern, "Write down what came of it, then close it.");
        }
        oversight.close(id(concern), outcome);
        return Screen.go("/compliance/review", "Closed, with its outcome.", next);
    }

    private Screen again(String field, String sentence) {
        return Screen.again("compliance/review", FieldErrors.of(field, sentence))
                .with("view", page());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new Refusal.Missing("This question");
        }
    }

    private ReviewPage page() {
        return new ReviewPage(
                oversight.escalated(),
                oversight.late(),
                oversight.concerns(),
                oversight.faultsOfClaims(),
                licensing.names(),
                clock.instant());
    }
}
