package health.stillwater.portals.site;

import health.stillwater.portals.shell.Screen;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Help right now, for everybody. It asks nothing, reads nothing and keeps nothing. */
@Controller
class CrisisController {

    @GetMapping("/crisis")
    @PreAuthorize("permitAll()")
    Screen show() {
        return Screen.of("site/crisis").with("goOn", "");
    }

    /** The same, for who has just said so in the assessment; they may go on when they are ready. */
    @GetMapping("/start/crisis")
    @PreAuthorize("permitAll()")
    Screen pause() {
        return Screen.of("site/crisis").with("goOn", "/start/next");
    }
}
