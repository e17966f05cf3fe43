package health.stillwater.portals.physician;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.prescribing.SigningOutcome;
import health.stillwater.prescribing.SigningRequest.State;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where a decision is signed: the exact text, the way to the second factor, and what came of it.
 */
@Controller
@RequestMapping("/physician/signings")
class SigningController {

    private static final String RETURN = "/physician/signings/return";

    private final Prescribing prescribing;
    private final StepUp stepUp;

    SigningController(Prescribing prescribing, StepUp stepUp) {
        this.prescribing = prescribing;
        this.stepUp = stepUp;
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen show(@PathVariable UUID id, @Signed PhysicianId me) {
        var signing = prescribing.signing(id, me);
        return signing.state() == State.USED
                ? Screen.go("/physician/records/" + signing.text().decision())
                : Screen.of("physician/signing").with("signing", signing);
    }

    @PostMapping("/{id}/factor")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen create(@PathVariable UUID id, @Signed PhysicianId me, HttpSession session) {
        var signing = prescribing.signing(id, me);
        if (signing.state() != State.OPEN) {
            return Screen.go(address(id));
        }
        var returnTo =
                ServletUriComponentsBuilder.fromCurrentContextPath().path(RETURN).toUriString();
        return Screen.go(stepUp.begin(session, signing, returnTo));
    }

    /** Back from the sign-in server. Completing the second factor there is signing. */
    @GetMapping("/return")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen update(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String code,
            @Signed PhysicianId me,
            HttpSession session,
            RedirectAttributes next) {
        return switch (stepUp.finish(session, state, code)) {
            case StepUp.Answer.Factor factor -> sign(factor, me, next);
            case StepUp.Answer.None none -> {
                var signing = none.signing();
                yield signing == null
                        ? unsigned("/physician", none.why(), next)
                        : unsigned(address(signing), none.why(), next);
            }
        };
    }

    private Screen sign(StepUp.Answer.Factor factor, PhysicianId me, RedirectAttributes next) {
        var id = factor.signing();
        try {
            return switch (prescribing.sign(id, me, factor.factor())) {
                case SigningOutcome.Signed signed ->
                        Screen.go("/physician/records/" + signed.decision(), "Signed.", next);
                case SigningOutcome.FactorRefused refused ->
                        unsigned(address(id), refused.why(), next);
                case SigningOutcome.Stopped stopped -> {
                    next.addFlashAttribute("stops", GateInWords.sentences(stopped.judgement()));
                    yield unsigned(
                            "/physician/cases/" + prescribing.signing(id, me).caseId(),
                            "The gate stopped the signature.",
                            next);
                }
            };
        } catch (Refusal.Overtaken overtaken) {
            return unsigned(
                    address(id), Objects.requireNonNullElse(overtaken.getMessage(), ""), next);
        }
    }

    private static Screen unsigned(String address, String why, RedirectAttributes next) {
        next.addFlashAttribute("stopped", why + " Nothing was signed.");
        return Screen.go(address);
    }

    private static String address(UUID id) {
        return "/physician/signings/" + id;
    }
}
