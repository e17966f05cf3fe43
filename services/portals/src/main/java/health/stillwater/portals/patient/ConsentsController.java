package health.stillwater.portals.patient;

import health.stillwater.enrollment.ConsentView;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.enrollment.EnrollmentView.Step;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms to sign, each with a box of its own. */
@Controller
@RequestMapping("/patient/consents")
class ConsentsController {

    private final Enrollment enrollment;

    ConsentsController(Enrollment enrollment) {
        this.enrollment = enrollment;
    }

    @GetMapping
    @PreAuthorize("hasRole('PATIENT')")
    Screen show(@Signed PatientId me) {
        return Screen.of("patient/consents").with("view", view(me));
    }

    @PostMapping
    @PreAuthorize("hasRole('PATIENT')")
    Screen create(
            @Signed PatientId me,
            @RequestParam(defaultValue = "") Set<String> kinds,
            @RequestParam(defaultValue = "") Set<String> points,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            RedirectAttributes next) {
        var errors = errors(enrollment.consents(me), kinds, points, name);
        if (!errors.isEmpty()) {
            return again(me, errors);
        }
        try {
            enrollment.sign(me, kinds, name.strip(), request.getRemoteAddr());
        } catch (Refusal.Forbidden refused) {
            return again(
                    me,
                    FieldErrors.of("name", Objects.requireNonNullElse(refused.getMessage(), "")));
        }
        return signed(me, next);
    }

    private Screen signed(PatientId me, RedirectAttributes next) {
        var done =
                enrollment.of(me).steps().stream()
                        .filter(step -> step.step() == Step.CONSENTS)
                        .allMatch(step -> step.done());
        return done
                ? Screen.go(
                        "/patient", "You have signed the forms. A copy stays here for you.", next)
                : Screen.go("/patient/consents", "Signed. The forms below are still open.", next);
    }

    private Screen again(PatientId me, FieldErrors errors) {
        return Screen.again("patient/consents", errors).with("view", view(me));
    }

    private ConsentsPage view(PatientId me) {
        var profile = enrollment.of(me).profile();
        return new ConsentsPage(enrollment.consents(me), profile == null ? "" : profile.name());
    }

    private static FieldErrors errors(
            List<ConsentView> consents, Set<String> kinds, Set<String> points, String name) {
        var errors = new LinkedHashMap<String, String>();
        for (var consent : consents) {
            var open =
                    ConsentsPage.points(consent.form()).stream()
                            .filter(point -> !points.contains(point.value()))
                            .findFirst();
            if (kinds.contains(consent.form().kind()) && open.isPresent()) {
                errors.put(
                        "point-" + open.get().value(),
                        "Tick each point of “"
                                + consent.form().title()
                                + "” you understand, before you agree to it");
            }
        }
        if (kinds.isEmpty()) {
            errors.put("kind-" + consents.getFirst().form().kind(), "Tick each form you agree to");
        }
        if (name.isBlank()) {
            errors.put("name", "Type your full name to sign");
        }
        return new FieldErrors(errors);
    }
}
