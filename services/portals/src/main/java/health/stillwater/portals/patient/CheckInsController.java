package health.stillwater.portals.patient;

import health.stillwater.kernel.PatientId;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How the patient has been, in their own answers. */
@Controller
class CheckInsController {

    private final Journeys journeys;

    CheckInsController(Journeys journeys) {
        this.journeys = journeys;
    }

    @GetMapping("/patient/check-ins")
    @PreAuthorize("hasRole('PATIENT')")
    Screen show(@Signed PatientId me) {
        var journey = journeys.of(me);
        return Screen.of("patient/check-ins")
                .with("view", journey.checkIns())
                .with("chart", Trend.of(journey.checkIns().points()))
                .with("stopped", journey.enrollment().textsStopped());
    }
}
