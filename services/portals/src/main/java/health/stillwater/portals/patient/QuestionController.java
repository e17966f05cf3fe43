package health.stillwater.portals.patient;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.review.Casework;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A physician's question, and the patient's answer. */
@Controller
class QuestionController {

    private static final int LONGEST = 4000;

    private final Casework casework;

    QuestionController(Casework casework) {
        this.casework = casework;
    }

    @GetMapping("/patient/question")
    @PreAuthorize("hasRole('PATIENT')")
    Screen show(@Signed PatientId me) {
        return Screen.of("patient/question").with("view", page(me));
    }

    @PostMapping("/patient/question")
    @PreAuthorize("hasRole('PATIENT')")
    Screen create(
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String words,
            @Signed PatientId me,
            RedirectAttributes next) {
        if (words.isBlank() || words.strip().length() > LONGEST) {
            var wrong =
                    words.isBlank()
                            ? "Write your answer, then send it."
                            : "Keep your answer under " + LONGEST + " characters.";
            return Screen.again("patient/question", FieldErrors.of("words", wrong))
                    .with("view", page(me));
        }
        casework.answer(id(question), me, words);
        return Screen.go("/patient", "Your physician has your answer.", next);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new Refusal.Missing("This question");
        }
    }

    private QuestionPage page(PatientId me) {
        return new QuestionPage(casework.questionsTo(me));
    }
}
