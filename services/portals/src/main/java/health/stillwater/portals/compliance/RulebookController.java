package health.stillwater.portals.compliance;

import health.stillwater.portals.shell.Screen;
import health.stillwater.rulebook.Rulebook;
import java.time.Clock;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every row of the gate, asked today or not. */
@Controller
class RulebookController {

    private final Rulebook rulebook;
    private final Clock clock;

    RulebookController(Rulebook rulebook, Clock clock) {
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @GetMapping("/compliance/rulebook")
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen show(@RequestParam(defaultValue = "") String show) {
        return Screen.of("compliance/rulebook")
                .with(
                        "view",
                        RulebookPage.of(rulebook.currentRows(), Asked.of(show), clock.instant()));
    }

    @GetMapping("/compliance/rulebook/law")
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen law() {
        return Screen.of("compliance/law").with("view", LawPage.of(rulebook.law()));
    }
}
