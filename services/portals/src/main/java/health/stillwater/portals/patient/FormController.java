package health.stillwater.portals.patient;

import health.stillwater.enrollment.ConsentView;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One form by itself: to read, to print, and to take back. */
@Controller
@RequestMapping("/patient/consents/{kind}")
class FormController {

    private final Enrollment enrollment;

    FormController(Enrollment enrollment) {
        this.enrollment = enrollment;
    }

    @GetMapping
    @PreAuthorize("hasRole('PATIENT')")
    Screen show(@Signed PatientId me, @PathVariable String kind) {
        return Screen.of("patient/form").with("consent", form(me, kind));
    }

    @PostMapping("/withdrawal")
    @PreAuthorize("hasRole('PATIENT')")
    Screen withdraw(
            @Signed PatientId me,
            @PathVariable String kind,
            HttpServletRequest request,
            RedirectAttributes next) {
        var form = form(me, kind).form();
        enrollment.withdraw(me, form.kind(), request.getRemoteAddr());
        return Screen.go("/patient/consents", "You have taken back “" + form.title() + "”.", next);
    }

    private ConsentView form(PatientId me, String kind) {
        return enrollment.consents(me).stream()
                .filter(consent -> consent.form().kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Refusal.Missing("This form"));
    }
}
