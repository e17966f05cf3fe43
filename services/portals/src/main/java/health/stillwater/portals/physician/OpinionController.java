package health.stillwater.portals.physician;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.prescribing.SecondOutcome;
import health.stillwater.prescribing.SecondSignatures;
import health.stillwater.review.Casework;
import health.stillwater.review.ReviewQueue;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What a second physician says of a colleague's case, and signs where the protocol asks it. */
@Controller
class OpinionController {

    private static final String RETURN = "/physician/opinions/return";

    private final ReviewQueue queue;
    private final Casework casework;
    private final SecondSignatures seconds;
    private final StepUp stepUp;

    OpinionController(
            ReviewQueue queue, Casework casework, SecondSignatures seconds, StepUp stepUp) {
        this.queue = queue;
        this.casework = casework;
        this.seconds = seconds;
        this.stepUp = stepUp;
    }

    @GetMapping("/physician/cases/{request}/opinion")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen show(@PathVariable UUID request, @Signed PhysicianId me) {
        return Screen.of("physician/opinion").with("view", page(new RequestId(request), me));
    }

    @PostMapping("/physician/cases/{request}/opinion")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen create(
            @PathVariable UUID request,
            @RequestParam(defaultValue = "") String agrees,
            @RequestParam(defaultValue = "") String words,
            @Signed PhysicianId me,
            RedirectAttributes next) {
        var id = new RequestId(request);
        var page = page(id, me);
        var errors = page.errors(agrees, words);
        if (!errors.isEmpty()) {
            return Screen.again("physician/opinion", errors).with("view", page);
        }
        casework.giveOpinion(id, me, agrees.equals("yes"), words);
        return Screen.go("/physician", "Your opinion is on record. Your colleague goes on.", next);
    }

    /** To the sign-in server, for a second factor that is for this one signature. */
    @PostMapping("/physician/cases/{request}/opinion/factor")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen begin(@PathVariable UUID request, @Signed PhysicianId me, HttpSession session) {
        var page = page(new RequestId(request), me);
        var second = page.second();
        if (second == null) {
            return Screen.go(address(request));
        }
        var returnTo =
                ServletUriComponentsBuilder.fromCurrentContextPath().path(RETURN).toUriString();
        return Screen.go(stepUp.begin(session, second.id(), second.nonce(), returnTo));
    }

    /** Back from the sign-in server. Completing the second factor there is signing. */
    @GetMapping(RETURN)
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen update(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String code,
            @Signed PhysicianId me,
            HttpSession session,
            RedirectAttributes next) {
        return switch (stepUp.finish(session, state, code)) {
            case StepUp.Answer.None none -> unsigned(none.why(), next);
            case StepUp.Answer.Factor given -> sign(given, me, next);
        };
    }

    private Screen sign(StepUp.Answer.Factor given, PhysicianId me, RedirectAttributes next) {
        try {
            return switch (seconds.sign(given.signing(), me, given.factor())) {
                case SecondOutcome.Signed _ ->
                        Screen.go("/physician", "Signed. Your colleague goes on.", next);
                case SecondOutcome.FactorRefused refused -> unsigned(refused.why(), next);
                case SecondOutcome.Stopped stopped -> {
                    next.addFlashAttribute("stops", GateInWords.sentences(stopped.judgement()));
                    yield unsigned("The gate stopped the signature.", next);
                }
            };
        } catch (Refusal.Forbidden | Refusal.Overtaken no) {
            return unsigned(Objects.requireNonNullElse(no.getMessage(), ""), next);
        }
    }

    private static Screen unsigned(String why, RedirectAttributes next) {
        next.addFlashAttribute("stopped", why + " Nothing was signed.");
        return Screen.go("/physician");
    }

    private OpinionPage page(RequestId id, PhysicianId me) {
        var view = queue.open(id, me);
        var asked = OpinionPage.open(casework.pausesOf(id, me));
        var second = asked == null ? null : seconds.asked(asked.id(), me).orElse(null);
        return new OpinionPage(view, asked, second);
    }

    private static String address(UUID request) {
        return "/physician/cases/" + request + "/opinion";
    }
}
