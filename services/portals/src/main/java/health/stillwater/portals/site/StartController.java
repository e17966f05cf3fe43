package health.stillwater.portals.site;

import health.stillwater.enrollment.AssessmentId;
import health.stillwater.enrollment.AssessmentView;
import health.stillwater.enrollment.Assessments;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.Screen;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where an assessment begins, and is found again in the same browser. */
@Controller
@RequestMapping("/start")
class StartController {

    private final Assessments assessments;

    StartController(Assessments assessments) {
        this.assessments = assessments;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    Screen show(HttpServletRequest request) {
        var begun = begun(request);
        return Screen.of("site/start")
                .with("questions", assessments.questions().size())
                .with("begun", begun.filter(progress -> !progress.finished()).isPresent())
                .with("sent", begun.filter(AssessmentView::finished).isPresent());
    }

    @PostMapping
    @PreAuthorize("permitAll()")
    Screen create(HttpServletRequest request, HttpServletResponse response) {
        var assessment = assessments.begin();
        Visit.keep(assessment, request, response);
        return Screen.go("/start/questions/" + assessments.questions().getFirst().key());
    }

    /** To wherever this browser's assessment stands. */
    @GetMapping("/next")
    @PreAuthorize("permitAll()")
    Screen next(HttpServletRequest request) {
        return begun(request)
                .map(
                        progress ->
                                Screen.go(
                                        progress.finished()
                                                ? "/start/outcome"
                                                : Ways.to(progress.next())))
                .orElseGet(() -> Screen.go("/start"));
    }

    /** The assessment of this browser, when we still have it. */
    private Optional<AssessmentView> begun(HttpServletRequest request) {
        return Visit.of(request).flatMap(this::known);
    }

    private Optional<AssessmentView> known(AssessmentId assessment) {
        try {
            return Optional.of(assessments.progress(assessment));
        } catch (Refusal.Missing gone) {
            return Optional.empty();
        }
    }
}
