package health.stillwater.portals.physician;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One case: evidence, gate and decision on one screen. */
@Controller
class CaseController {

    private final CasePages pages;

    CaseController(CasePages pages) {
        this.pages = pages;
    }

    @GetMapping("/physician/cases/{request}")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen show(@PathVariable UUID request, @Signed PhysicianId me) {
        return pages.show(new RequestId(request), me);
    }
}
