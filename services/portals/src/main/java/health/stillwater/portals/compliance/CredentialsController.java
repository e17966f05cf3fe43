package health.stillwater.portals.compliance;

import health.stillwater.licensing.Licensing;
import health.stillwater.portals.shell.Screen;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Every license and registration the program depends on, the first to end first. */
@Controller
class CredentialsController {

    /** Longer than any license runs, so that none is left out. */
    private static final Duration ANY_TIME = Duration.ofDays(36_500);

    private final Licensing licensing;
    private final Clock clock;

    CredentialsController(Licensing licensing, Clock clock) {
        this.licensing = licensing;
        this.clock = clock;
    }

    @GetMapping("/compliance/credentials")
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen show() {
        return Screen.of("compliance/credentials")
                .with("view", CredentialsPage.of(licensing.expiring(ANY_TIME), clock.instant()));
    }
}
