package health.stillwater.portals.patient;

import health.stillwater.billing.Billing;
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

    PlanController(Billing billing) {
        this.billing = billing;
    }

    @GetMapping("/patient/plan")
    @PreAuthorize("hasRole('PATIENT')")
    Screen show(@Signed PatientId me) {
        return Screen.of("patient/plan").with("plan", billing.planOf(me));
    }
}
