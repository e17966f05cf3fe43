package health.stillwater.enrollment;

import health.stillwater.enrollment.Question.Option;
import health.stillwater.kernel.UsState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The questions of the assessment, read from their file, in the order they are asked. */
final class Questions {

    static final String CHECK = "check";

    private static final List<Option> STATES =
            Arrays.stream(UsState.values())
                    .map(state -> new Option(state.name(), state.title()))
                    .toList();

    private static final List<Question> ALL = read();

    private Questions() {}

    static List<Question> all() {
        return ALL;
    }

    static Optional<Question> named(String key) {
        return ALL.stream().filter(question -> question.key().equals(key)).findFirst();
    }

    private static List<Question> read() {
        try (var file = Questions.class.getResourceAsStream("questions.json")) {
            var told = JsonMapper.shared().readValue(file, new TypeReference<List<Question>>() {});
            return told.stream().map(Questions::withStates).toList();
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    private static Question withStates(Question question) {
        return question.kind() != Question.Kind.STATE
                ? question
                : new Question(
                        question.key(),
                        question.title(),
                        question.hint(),
                        question.whyWeAsk(),
                        question.kind(),
                        STATES);
    }
}
