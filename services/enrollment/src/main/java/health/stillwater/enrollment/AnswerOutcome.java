package health.stillwater.enrollment;

import java.util.Map;

/** What comes of answering one question. Except for {@link Invalid}, the answer is kept. */
public sealed interface AnswerOutcome {

    /** The question to ask now, or {@code check} when every one is answered. */
    record Next(String question) implements AnswerOutcome {}

    /** Not an answer; by form field, what to do about it. */
    record Invalid(Map<String, String> fieldErrors) implements AnswerOutcome {}

    /**
     * The visitor thinks of dying or of hurting themselves: help is shown at once. They may go on
     * afterwards.
     */
    record Crisis() implements AnswerOutcome {}

    /** No further question can change it. */
    record Ended(Outcome outcome) implements AnswerOutcome {}
}
