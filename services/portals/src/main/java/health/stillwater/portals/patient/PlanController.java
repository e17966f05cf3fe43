package health.stillwater.portals.patient;

import health.stillwater.billing.Billing;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the patient pays, has paid and gets back. */
@Controller
class PlanController {

    private final Billing billing;
    private final Enrollment enrollment;
    private final Journeys journeys;

    PlanController(Billing billing, Enrollment enrollment, Journeys journeys) {
        this.billing = billing;
        this.enrollment = enrollment;
        this.journeys = journeys;
    }

    @GetMapping("/patient/plan")
    @PreAuthorize("hasRole('PATIENT')")
    Screen show(@Signed PatientId me) {
        return Screen.of("patient/plan")
                .with("plan", billing.planOf(me))
                .with("zone", journeys.zone(enrollment.of(me)));
    }
}
