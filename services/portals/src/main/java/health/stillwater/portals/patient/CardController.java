package health.stillwater.portals.patient;

import health.stillwater.billing.Billing;
import health.stillwater.kernel.PatientId;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import java.net.URI;
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

    CardController(Billing billing) {
        this.billing = billing;
    }

    @GetMapping
    @PreAuthorize("hasRole('PATIENT')")
    Screen show(@Signed PatientId me) {
        var card = billing.cardOf(me);
        return Screen.of("patient/card").with("card", card).with("plan", billing.planOf(me));
    }

    @PostMapping
    @PreAuthorize("hasRole('PATIENT')")
    Screen create(@Signed PatientId me) {
        return Screen.go(billing.saveCard(me, here("/patient/card/return"), here("/patient/card")).toString());
    }

    @GetMapping("/return")
    @PreAuthorize("hasRole('PATIENT')")
    Screen back(@Signed PatientId me) {
        return Screen.go("/patient/card");
    }

    private static URI here(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).build().toUri();
    }
}
