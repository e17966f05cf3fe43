package health.stillwater.portals.site;

import health.stillwater.portals.shell.Screen;
import health.stillwater.rulebook.Rulebook;
import java.time.Clock;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The first page: what this is, what it costs, how sure anybody is, and where we may treat people.
 */
@Controller
class WelcomeController {

    private final Rulebook rulebook;
    private final Clock clock;

    WelcomeController(Rulebook rulebook, Clock clock) {
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @GetMapping("/")
    @PreAuthorize("permitAll()")
    Screen show(@RequestParam(name = "sign-in", defaultValue = "") String signIn) {
        return Screen.of("site/welcome")
                .with("offer", Offer.of(rulebook, clock.instant()))
                .with("signInFailed", signIn.equals("failed"));
    }
}
