package health.stillwater.portals.compliance;

import health.stillwater.ledger.Ledger;
import health.stillwater.licensing.Licensing;
import health.stillwater.outlook.Outlook;
import health.stillwater.portals.shell.Screen;
import health.stillwater.rulebook.Rulebook;
import java.time.Clock;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How the ledger, the rules and the licenses stand today. */
@Controller
class OverviewController {

    private final Ledger ledger;
    private final Rulebook rulebook;
    private final Licensing licensing;
    private final Outlook outlook;
    private final Clock clock;

    OverviewController(
            Ledger ledger, Rulebook rulebook, Licensing licensing, Outlook outlook, Clock clock) {
        this.ledger = ledger;
        this.rulebook = rulebook;
        this.licensing = licensing;
        this.outlook = outlook;
        this.clock = clock;
    }

    @GetMapping("/compliance")
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen show() {
        var now = clock.instant();
        var last = ledger.checkpoints(1).stream().findFirst().orElse(null);
        return Screen.of("compliance/overview")
                .with(
                        "view",
                        new OverviewPage(
                                ledger.size(),
                                last,
                                CredentialsPage.of(licensing.expiring(OverviewPage.SOON), now),
                                RulebookPage.of(rulebook.currentRows(), Asked.ALL, now),
                                outlook.lossesSince(now.minus(OverviewPage.RECENT)),
                                outlook.today(),
                                now));
    }
}
