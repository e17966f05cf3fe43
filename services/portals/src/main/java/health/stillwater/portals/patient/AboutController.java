package health.stillwater.portals.patient;

import health.stillwater.enrollment.DescribeOutcome;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who the patient is and where parcels reach them. */
@Controller
@RequestMapping("/patient/about")
class AboutController {

    private final Enrollment enrollment;
    private final Counties counties;

    AboutController(Enrollment enrollment, Counties counties) {
        this.enrollment = enrollment;
        this.counties = counties;
    }

    @GetMapping
    @PreAuthorize("hasRole('PATIENT')")
    Screen show(@Signed PatientId me) {
        return Screen.of("patient/about").with("view", view(me, null));
    }

    @PostMapping
    @PreAuthorize("hasRole('PATIENT')")
    Screen update(@Signed PatientId me, @ModelAttribute AboutForm form, RedirectAttributes next) {
        return switch (enrollment.describe(me, form.profile())) {
            case DescribeOutcome.Saved _ ->
                    Screen.go("/patient", "We have saved what you told us.", next);
            case DescribeOutcome.Invalid invalid ->
                    Screen.again("patient/about", AboutForm.errors(invalid.fieldErrors()))
                            .with("view", view(me, form.countyFips()));
        };
    }

    private AboutView view(PatientId me, @Nullable String countyTyped) {
        return AboutView.of(enrollment.of(me).profile(), counties.served(), countyTyped);
    }
}
