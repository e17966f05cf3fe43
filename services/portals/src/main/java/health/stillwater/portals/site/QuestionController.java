package health.stillwater.portals.site;

import health.stillwater.enrollment.AnswerOutcome;
import health.stillwater.enrollment.AssessmentId;
import health.stillwater.enrollment.Assessments;
import health.stillwater.enrollment.Question;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One question a page. What is answered is kept at once. */
@Controller
@RequestMapping("/start/questions/{key}")
class QuestionController {

    private final Assessments assessments;

    QuestionController(Assessments assessments) {
        this.assessments = assessments;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    Screen show(@PathVariable String key, HttpServletRequest request) {
        return Visit.of(request)
                .map(assessment -> Screen.of("site/question").with("view", view(key, assessment)))
                .orElseGet(() -> Screen.go("/start"));
    }

    @PostMapping
    @PreAuthorize("permitAll()")
    Screen update(
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes next) {
        try {
            return Visit.of(request)
                    .map(assessment -> answer(key, assessment, joined(fields)))
                    .orElseGet(() -> Screen.go("/start"));
        } catch (Refusal.Forbidden sentAlready) {
            return Screen.go(
                    "/start", Objects.requireNonNullElse(sentAlready.getMessage(), ""), next);
        }
    }

    private Screen answer(String key, AssessmentId assessment, Map<String, String> fields) {
        return switch (assessments.answer(assessment, key, fields)) {
            case AnswerOutcome.Next next -> Screen.go(Ways.to(next.question()));
            case AnswerOutcome.Invalid invalid ->
                    Screen.again("site/question", new FieldErrors(invalid.fieldErrors()))
                            .with("view", view(key, assessment));
            case AnswerOutcome.Crisis _ -> Screen.go("/start/crisis");
            case AnswerOutcome.Ended _ -> Screen.go("/start/outcome");
        };
    }

    private QuestionView view(String key, AssessmentId assessment) {
        return QuestionView.of(
                question(key), assessments.questions(), assessments.progress(assessment));
    }

    private Question question(String key) {
        return assessments.questions().stream()
                .filter(question -> question.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal.Missing("This question"));
    }

    /** Boxes of one name come as many values; the door takes them joined. */
    private static Map<String, String> joined(MultiValueMap<String, String> fields) {
        return fields.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, entry -> String.join(",", entry.getValue())));
    }
}
