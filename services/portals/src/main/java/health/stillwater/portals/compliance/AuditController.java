package health.stillwater.portals.compliance;

import health.stillwater.audit.Audit;
import health.stillwater.portals.shell.Screen;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did or saw what to whom, and when. */
@Controller
class AuditController {

    private final Audit audit;

    AuditController(Audit audit) {
        this.audit = audit;
    }

    /** The form posts what it looks for: an address never carries a name. */
    @RequestMapping(
            path = "/compliance/audit",
            method = {RequestMethod.GET, RequestMethod.POST})
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen show(
            @RequestParam(defaultValue = "") String patient,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String page) {
        var form = AuditForm.of(patient, actor, action, from, to, page);
        var errors = form.errors();
        return errors.isEmpty()
                ? Screen.of("compliance/audit")
                        .with("view", new AuditPage(form, audit.search(form.filter())))
                : Screen.again("compliance/audit", errors)
                        .with("view", new AuditPage(form, List.of()));
    }
}
