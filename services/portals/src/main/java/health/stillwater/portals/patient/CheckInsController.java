package health.stillwater.portals.patient;

import health.stillwater.checkins.CheckIns;
import health.stillwater.kernel.PatientId;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the patient has been, in their own answers. */
@Controller
class CheckInsController {

    private final Journeys journeys;
    private final CheckIns checkIns;

    CheckInsController(Journeys journeys, CheckIns checkIns) {
        this.journeys = journeys;
        this.checkIns = checkIns;
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

    @GetMapping("/patient/check-ins/answer")
    @PreAuthorize("hasRole('PATIENT')")
    Screen ask(@Signed PatientId me) {
        var open = journeys.of(me).checkIns().open();
        return open == null
                ? Screen.go("/patient/check-ins")
                : Screen.of("patient/how-are-you").with("form", CheckInForm.of(open));
    }

    @PostMapping("/patient/check-ins/answer")
    @PreAuthorize("hasRole('PATIENT')")
    Screen create(@Signed PatientId me, CheckInForm form, RedirectAttributes next) {
        var wrong = form.wrong();
        if (!wrong.isEmpty()) {
            return Screen.again("patient/how-are-you", wrong).with("form", form);
        }
        checkIns.answer(form.key(), me, form.asked(), form.number(), form.said());
        return Screen.go("/patient/check-ins", "We have your answer. Thank you.", next);
    }
}
