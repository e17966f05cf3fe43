package health.stillwater.portals.physician;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.licensing.Credentialing;
import health.stillwater.licensing.FactorOfApprover;
import health.stillwater.licensing.Licensing;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
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

/** What a physician holds, how it stands at its source, and where they may prescribe now. */
@Controller
class MyLicensesController {

    private static final String RETURN = "/physician/licenses/access/return";
    private static final String HERE = "/physician/licenses";

    private final Licensing licensing;
    private final Credentialing credentialing;
    private final StepUp stepUp;
    private final Clock clock;

    MyLicensesController(
            Licensing licensing, Credentialing credentialing, StepUp stepUp, Clock clock) {
        this.licensing = licensing;
        this.credentialing = credentialing;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    @GetMapping("/physician/licenses")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen show(@Signed PhysicianId me) {
        return Screen.of("physician/licenses")
                .with(
                        "view",
                        new LicensesPage(
                                licensing.credentialsOf(me),
                                credentialing.accessToApprove(),
                                clock.instant()));
    }

    /** To the sign-in server, for a second factor that is for this one access. */
    @PostMapping("/physician/licenses/access/{access}/factor")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen create(@PathVariable UUID access, HttpSession session) {
        if (credentialing.accessToApprove().stream().noneMatch(each -> each.id().equals(access))) {
            throw new Refusal.Missing("This signing access");
        }
        var returnTo =
                ServletUriComponentsBuilder.fromCurrentContextPath().path(RETURN).toUriString();
        return Screen.go(stepUp.begin(session, access, access.toString(), returnTo));
    }

    /** Back from the sign-in server. Completing the second factor there is approving. */
    @GetMapping(RETURN)
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen update(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String code,
            HttpSession session,
            RedirectAttributes next) {
        return switch (stepUp.finish(session, state, code)) {
            case StepUp.Answer.None none -> refused(none.why(), next);
            case StepUp.Answer.Factor given -> approve(given, next);
        };
    }

    private Screen approve(StepUp.Answer.Factor given, RedirectAttributes next) {
        var factor = given.factor();
        try {
            credentialing.approveAccess(
                    given.signing(),
                    new FactorOfApprover(
                            factor.acr(), factor.authTime(), factor.nonce(), factor.subject()));
        } catch (Refusal.Forbidden | Refusal.Overtaken no) {
            return refused(Objects.requireNonNullElse(no.getMessage(), ""), next);
        }
        return Screen.go(HERE, "Approved. Your colleague may sign from now on.", next);
    }

    private static Screen refused(String why, RedirectAttributes next) {
        next.addFlashAttribute("stopped", why);
        return Screen.go(HERE);
    }
}
