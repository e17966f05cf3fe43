package health.stillwater.portals.patient;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.rulebook.County;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the patient is today, in their own word. */
@Controller
@RequestMapping("/patient/location")
class LocationController {

    private final Enrollment enrollment;
    private final Counties counties;

    LocationController(Enrollment enrollment, Counties counties) {
        this.enrollment = enrollment;
        this.counties = counties;
    }

    @GetMapping
    @PreAuthorize("hasRole('PATIENT')")
    Screen show(@Signed PatientId me) {
        return Screen.of("patient/location").with("view", view(me));
    }

    @PostMapping
    @PreAuthorize("hasRole('PATIENT')")
    Screen create(
            @Signed PatientId me,
            @RequestParam(defaultValue = "") String county,
            RedirectAttributes next) {
        if (counties.served().stream().map(County::fips).noneMatch(county::equals)) {
            return Screen.again(
                            "patient/location",
                            FieldErrors.of("county", "Choose the county you are in now"))
                    .with("view", view(me));
        }
        enrollment.attestLocation(me, county);
        return Screen.go("/patient", "Thank you. We have noted where you are today.", next);
    }

    private LocationPage view(PatientId me) {
        var mine = enrollment.of(me);
        return new LocationPage(
                mine.location(), counties.served().stream().map(AboutView::choice).toList());
    }
}
