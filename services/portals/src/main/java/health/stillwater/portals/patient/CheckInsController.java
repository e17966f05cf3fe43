package health.stillwater.portals.patient;

import health.stillwater.checkins.CheckIns;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How the patient has been, in their own answers. */
@Controller
class CheckInsController {

    private final CheckIns checkIns;
    private final Enrollment enrollment;

    CheckInsController(CheckIns checkIns, Enrollment enrollment) {
        this.checkIns = checkIns;
        this.enrollment = enrollment;
    }

    @GetMapping("/patient/check-ins")
    @PreAuthorize("hasRole('PATIENT')")
    Screen show(@Signed PatientId me) {
        return Screen.of("patient/check-ins")
                .with("view", checkIns.of(me))
                .with("chart", Trend.of(checkIns.trend(me)))
                .with("stopped", enrollment.of(me).textsStopped());
    }
}
