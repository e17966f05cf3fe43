package health.stillwater.portals.site;

import health.stillwater.enrollment.AssessmentId;
import health.stillwater.enrollment.Assessments;
import health.stillwater.enrollment.Outcome;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The end of an assessment: check it, send it, read what it may lead to. None of its pages decides
 * anything.
 */
@Controller
@RequestMapping("/start")
class OutcomeController {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final Assessments assessments;

    OutcomeController(Assessments assessments) {
        this.assessments = assessments;
    }

    @GetMapping("/check")
    @PreAuthorize("permitAll()")
    Screen check(HttpServletRequest request) {
        return ofThisBrowser(
                request,
                assessment -> {
                    var progress = assessments.progress(assessment);
                    return progress.finished() || progress.next().equals("check")
                            ? Screen.of("site/check").with("progress", progress)
                            : Screen.go(Ways.to(progress.next()));
                });
    }

    @PostMapping("/check")
    @PreAuthorize("permitAll()")
    Screen send(HttpServletRequest request) {
        return ofThisBrowser(
                request,
                assessment -> {
                    assessments.outcome(assessment);
                    return Screen.go("/start/outcome");
                });
    }

    @GetMapping("/outcome")
    @PreAuthorize("permitAll()")
    Screen outcome(HttpServletRequest request) {
        return ofThisBrowser(request, assessment -> screen(assessments.outcome(assessment)));
    }

    @PostMapping("/waiting-list")
    @PreAuthorize("permitAll()")
    Screen join(@RequestParam(defaultValue = "") String email, HttpServletRequest request) {
        return ofThisBrowser(
                request,
                assessment -> {
                    if (!EMAIL.matcher(email.strip()).matches()) {
                        var error =
                                FieldErrors.of(
                                        "email", "Enter an email address, like name@example.com");
                        return Screen.again("site/elsewhere", error)
                                .with("state", state(assessment));
                    }
                    var state = state(assessment);
                    assessments.joinWaitingList(assessment, email.strip());
                    return Screen.of("site/waiting").with("state", state);
                });
    }

    private String state(AssessmentId assessment) {
        return assessments.outcome(assessment) instanceof Outcome.NotInState elsewhere
                ? elsewhere.state().title()
                : "your state";
    }

    private static Screen screen(Outcome outcome) {
        return switch (outcome) {
            case Outcome.MayQualify _ -> Screen.of("site/may-qualify");
            case Outcome.NotAFit no ->
                    Screen.of("site/not-a-fit")
                            .with("reasons", no.reasons())
                            .with("alternatives", no.alternatives());
            case Outcome.ClinicianMustLook look ->
                    Screen.of("site/clinician").with("reasons", look.reasons());
            case Outcome.NotInState elsewhere ->
                    Screen.of("site/elsewhere").with("state", elsewhere.state().title());
        };
    }

    private static Screen ofThisBrowser(
            HttpServletRequest request, Function<AssessmentId, Screen> show) {
        return Visit.of(request).map(show).orElseGet(() -> Screen.go("/start"));
    }
}
