package health.stillwater.portals.shell;

import health.stillwater.kernel.Actor;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** After sign-in: each to their own start page. */
@Controller
class HomeController {

    @GetMapping("/home")
    @PreAuthorize("isAuthenticated()")
    Screen show(@Signed Actor me) {
        return Screen.go(Portal.homeOf(me.kind()));
    }
}
