package health.stillwater.portals.patient;

import health.stillwater.billing.Billing;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the patient pays, has paid and gets back, and how they stop paying. */
@Controller
@RequestMapping("/patient/plan")
class PlanController {

    private final Billing billing;
    private final Enrollment enrollment;
    private final Journeys journeys;

    PlanController(Billing billing, Enrollment enrollment, Journeys journeys) {
        this.billing = billing;
        this.enrollment = enrollment;
        this.journeys = journeys;
    }

    @GetMapping
    @PreAuthorize("hasRole('PATIENT')")
    Screen show(@Signed PatientId me) {
        return with(Screen.of("patient/plan"), me);
    }

    /** What ending means, before it is done. */
    @GetMapping("/end")
    @PreAuthorize("hasRole('PATIENT')")
    Screen leave(@Signed PatientId me) {
        return with(Screen.of("patient/leave"), me);
    }

    @PostMapping("/end")
    @PreAuthorize("hasRole('PATIENT')")
    Screen end(@Signed PatientId me, RedirectAttributes next) {
        billing.endMembership(me);
        return Screen.go(
                "/patient/plan",
                "You have ended your membership. Nothing more will be charged.",
                next);
    }

    private Screen with(Screen screen, PatientId me) {
        return screen.with("plan", billing.planOf(me))
                .with("zone", journeys.zone(enrollment.of(me)));
    }
}
