package health.stillwater.portals.patient;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Texts, stopped or wanted again. It stops nothing else. */
@Controller
class TextsController {

    private final Enrollment enrollment;

    TextsController(Enrollment enrollment) {
        this.enrollment = enrollment;
    }

    @PostMapping("/patient/texts")
    @PreAuthorize("hasRole('PATIENT')")
    Screen update(@Signed PatientId me, @RequestParam boolean wanted, RedirectAttributes next) {
        if (wanted) {
            enrollment.allowTexts(me);
            return Screen.go("/patient/check-ins", "We will text you again.", next);
        }
        enrollment.stopTexts(me);
        return Screen.go(
                "/patient/check-ins",
                "We will send you no more texts. Your care and your payments go on.",
                next);
    }
}
