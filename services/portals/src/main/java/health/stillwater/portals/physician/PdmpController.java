package health.stillwater.portals.physician;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.review.ReviewQueue;
import health.stillwater.visits.Visits;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The states' prescription monitoring reports: that they were read for this request, and what stood
 * in them.
 */
@Controller
@RequestMapping("/physician/cases/{request}/reports")
class PdmpController {

    private final Visits visits;
    private final ReviewQueue queue;

    PdmpController(Visits visits, ReviewQueue queue) {
        this.visits = visits;
        this.queue = queue;
    }

    @GetMapping
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen show(@PathVariable UUID request, @Signed PhysicianId me) {
        return Screen.of("physician/reports").with("view", page(new RequestId(request), me));
    }

    @PostMapping
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen create(
            @PathVariable UUID request,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String reportId,
            @RequestParam(defaultValue = "") String findings,
            @Signed PhysicianId me,
            RedirectAttributes next) {
        var id = new RequestId(request);
        var page = page(id, me);
        var chosen = chosen(state, page.toCheck());
        var wrong = new LinkedHashMap<String, String>();
        if (chosen.isEmpty()) {
            wrong.put("state", "Choose the state whose report you read.");
        }
        if (reportId.isBlank()) {
            wrong.put(
                    "reportId",
                    "Enter the number of the report, as the monitoring program shows it.");
        }
        if (findings.isBlank()) {
            wrong.put("findings", "Write what stands in it. If there is nothing, write that.");
        }
        if (!wrong.isEmpty()) {
            return Screen.again("physician/reports", new FieldErrors(wrong)).with("view", page);
        }
        visits.recordPdmp(id, me, chosen.orElseThrow(), reportId, findings);
        return Screen.go("/physician/cases/" + request, "The report is on record.", next);
    }

    private ReportsPage page(RequestId request, PhysicianId me) {
        var view = queue.open(request, me);
        return new ReportsPage(
                view.caseId(),
                view.patient(),
                visits.statesToCheck(view.facts()),
                visits.pdmpOf(request));
    }

    private static Optional<UsState> chosen(String state, Set<UsState> allowed) {
        return allowed.stream().filter(each -> each.name().equals(state)).findAny();
    }
}
