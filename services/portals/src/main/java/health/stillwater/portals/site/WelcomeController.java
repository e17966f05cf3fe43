package health.stillwater.portals.site;

import health.stillwater.kernel.UsState;
import health.stillwater.portals.shell.Screen;
import health.stillwater.rulebook.Rulebook;
import java.util.Arrays;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what this is, what it costs, how sure anybody is, and where we may treat people. */
@Controller
class WelcomeController {

    private final Rulebook rulebook;

    WelcomeController(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    @GetMapping("/")
    @PreAuthorize("permitAll()")
    Screen show() {
        var states = Arrays.stream(UsState.values()).filter(rulebook::launched).map(UsState::title).toList();
        return Screen.of("site/welcome").with("states", states);
    }
}
