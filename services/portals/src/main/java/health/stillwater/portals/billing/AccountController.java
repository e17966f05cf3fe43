package health.stillwater.portals.billing;

import health.stillwater.billing.Billing;
import health.stillwater.kernel.PatientId;
import health.stillwater.portals.shell.Screen;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One account: the plan, the invoices, what was given back, and what happened when. */
@Controller
class AccountController {

    private final Billing billing;

    AccountController(Billing billing) {
        this.billing = billing;
    }

    @GetMapping("/billing/accounts/{patient}")
    @PreAuthorize("hasRole('BILLING')")
    Screen show(@PathVariable UUID patient) {
        return Screen.of("billing/account")
                .with("view", new AccountPage(billing.account(new PatientId(patient))));
    }
}
