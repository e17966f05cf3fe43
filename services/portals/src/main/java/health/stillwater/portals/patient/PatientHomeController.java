package health.stillwater.portals.patient;

import health.stillwater.audit.Audit;
import health.stillwater.enrollment.AssessmentId;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.ActingFilter;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page of a patient: the one thing to do now, and everything around it. */
@Controller
class PatientHomeController {

    private final Enrollment enrollment;
    private final Journeys journeys;
    private final Audit audit;

    PatientHomeController(Enrollment enrollment, Journeys journeys, Audit audit) {
        this.enrollment = enrollment;
        this.journeys = journeys;
        this.audit = audit;
    }

    /**
     * Whoever comes here for the first time begins a request, with the assessment their browser
     * holds.
     */
    @GetMapping("/patient")
    @PreAuthorize("hasRole('PATIENT')")
    Screen show(
            @Signed PatientId me,
            @Signed Actor person,
            @AuthenticationPrincipal @Nullable OAuth2User account,
            HttpServletRequest request,
            HttpServletResponse response) {
        var held = ActingFilter.visit(request).map(AssessmentId::new);
        begin(me, held.orElse(null), email(account));
        var journey = journeys.of(me);
        if (held.isPresent() && journey.assessed()) {
            response.addHeader(HttpHeaders.SET_COOKIE, forgotten());
        }
        return Screen.of("patient/home").with("view", Home.of(journey, person, audit.of(me)));
    }

    /** An assessment that is another patient's by now is nothing to this one. */
    private void begin(PatientId me, @Nullable AssessmentId assessment, String email) {
        try {
            enrollment.begin(me, assessment, email);
        } catch (Refusal.Missing anothers) {
            enrollment.begin(me, null, email);
        }
    }

    /**
     * The answers belong to the account now, and whoever uses this browser next shall not read
     * them.
     */
    private static String forgotten() {
        return ResponseCookie.from(ActingFilter.VISIT_COOKIE, "")
                .path("/")
                .maxAge(0)
                .build()
                .toString();
    }

    private static String email(@Nullable OAuth2User account) {
        return account == null
                ? ""
                : Objects.requireNonNullElse(account.<String>getAttribute("email"), "");
    }
}
