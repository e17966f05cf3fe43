package health.stillwater.enrollment;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The first door: a few questions before any account. The answers stay with whoever holds the assessment's id. */
@Service
public class Assessments {

    Assessments() {}

    public AssessmentId begin() {
        throw new UnsupportedOperationException();
    }

    public List<Question> questions() {
        throw new UnsupportedOperationException();
    }

    public AssessmentView progress(AssessmentId id) {
        throw new UnsupportedOperationException();
    }

    public AnswerOutcome answer(AssessmentId id, String question, Map<String, String> answer) {
        throw new UnsupportedOperationException();
    }

    public Outcome outcome(AssessmentId id) {
        throw new UnsupportedOperationException();
    }

    public void joinWaitingList(AssessmentId id, String email) {
        throw new UnsupportedOperationException();
    }
}
