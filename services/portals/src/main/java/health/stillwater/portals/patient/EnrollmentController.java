package health.stillwater.portals.patient;

import health.stillwater.enrollment.CompletionOutcome;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks to be enrolled; what stands in the way is told on the start page. */
@Controller
class EnrollmentController {

    private final Enrollment enrollment;

    EnrollmentController(Enrollment enrollment) {
        this.enrollment = enrollment;
    }

    @PostMapping("/patient/enrollment")
    @PreAuthorize("hasRole('PATIENT')")
    Screen create(@Signed PatientId me, RedirectAttributes next) {
        return switch (enrollment.complete(me)) {
            case CompletionOutcome.Enrolled _ ->
                    Screen.go(
                            "/patient/visit",
                            "Everything is there. Now choose a time to talk with a physician.",
                            next);
            case CompletionOutcome.Stopped _ -> Screen.go("/patient");
        };
    }
}
