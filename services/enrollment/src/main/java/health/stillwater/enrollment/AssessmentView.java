package health.stillwater.enrollment;

import java.util.List;
import java.util.Map;

/**
 * How far an assessment is.
 *
 * @param answers the form fields kept so far, by question
 * @param answered the same in words, in the order asked, for the page to check them on
 * @param next the first question without an answer, or {@code check} when there is none
 * @param counties what may be chosen as county; empty until a state we serve is chosen
 * @param finished whether it was sent and has its outcome
 */
public record AssessmentView(
        AssessmentId id,
        Map<String, Map<String, String>> answers,
        List<Answered> answered,
        String next,
        List<Question.Option> counties,
        boolean finished) {

    /** One answer in words. */
    public record Answered(String key, String title, String answer) {}
}
