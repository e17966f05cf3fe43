package health.stillwater.portals.physician;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.licensing.Licensing;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import java.time.Clock;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What a physician holds, how it stands at its source, and where they may prescribe now. */
@Controller
class MyLicensesController {

    private final Licensing licensing;
    private final Clock clock;

    MyLicensesController(Licensing licensing, Clock clock) {
        this.licensing = licensing;
        this.clock = clock;
    }

    @GetMapping("/physician/licenses")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen show(@Signed PhysicianId me) {
        return Screen.of("physician/licenses")
                .with("view", new LicensesPage(licensing.credentialsOf(me), clock.instant()));
    }
}
