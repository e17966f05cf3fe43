package health.stillwater.portals.patient;

import health.stillwater.billing.Billing;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import java.net.URI;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The card on file. Its number is typed at Stripe and never comes here. */
@Controller
@RequestMapping("/patient/card")
class CardController {

    private final Billing billing;
    private final Enrollment enrollment;

    CardController(Billing billing, Enrollment enrollment) {
        this.billing = billing;
        this.enrollment = enrollment;
    }

    @GetMapping
    @PreAuthorize("hasRole('PATIENT')")
    Screen show(@Signed PatientId me) {
        return with(Screen.of("patient/card"), me);
    }

    @PostMapping
    @PreAuthorize("hasRole('PATIENT')")
    Screen create(@Signed PatientId me) {
        try {
            return Screen.go(
                    billing.saveCard(me, here("/patient/card/return"), here("/patient/card"))
                            .toString());
        } catch (Refusal.Forbidden notNow) {
            var why = FieldErrors.of("save", Objects.requireNonNullElse(notNow.getMessage(), ""));
            return with(Screen.again("patient/card", why), me);
        }
    }

    /** Back from Stripe. Whether a card was saved is Stripe's to say, not the address's. */
    @GetMapping("/return")
    @PreAuthorize("hasRole('PATIENT')")
    Screen back(@Signed PatientId me) {
        return Screen.go("/patient/card");
    }

    private Screen with(Screen screen, PatientId me) {
        return screen.with("card", billing.cardOf(me))
                .with("plan", billing.planOf(me))
                .with("described", enrollment.of(me).profile() != null);
    }

    private static URI here(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).build().toUri();
    }
}
