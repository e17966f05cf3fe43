package health.stillwater.portals.site;

import health.stillwater.enrollment.AssessmentId;
import health.stillwater.portals.shell.ActingFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookie that holds the browser's own assessment. It names nothing but a random id. */
final class Visit {

    private static final Duration KEPT = Duration.ofDays(14);

    private Visit() {}

    static Optional<AssessmentId> of(HttpServletRequest request) {
        return ActingFilter.visit(request).map(AssessmentId::new);
    }

    static void keep(
            AssessmentId assessment, HttpServletRequest request, HttpServletResponse response) {
        var cookie =
                ResponseCookie.from(ActingFilter.VISIT_COOKIE, assessment.toString())
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(KEPT)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
