package health.stillwater.portals.billing;

import health.stillwater.billing.Billing;
import health.stillwater.portals.shell.Screen;
import java.time.Clock;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** Every account, those that match a text, and the list of work. */
@Controller
class AccountsController {

    private final Billing billing;
    private final Clock clock;

    AccountsController(Billing billing, Clock clock) {
        this.billing = billing;
        this.clock = clock;
    }

    /** The form posts what it looks for: an address never carries a patient's e-mail. */
    @RequestMapping(
            path = "/billing",
            method = {RequestMethod.GET, RequestMethod.POST})
    @PreAuthorize("hasRole('BILLING')")
    Screen show(@RequestParam(defaultValue = "") String text) {
        return Screen.of("billing/accounts")
                .with(
                        "view",
                        new AccountsPage(
                                text, billing.accounts(text), billing.work(), clock.instant()));
    }
}
