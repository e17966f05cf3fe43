package health.stillwater.enrollment;

import health.stillwater.kernel.UsState;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a visitor answered so far: the form fields, by question, checked when they came in. */
record Answers(Map<String, Map<String, String>> byQuestion) {

    static final String FIELD = "answer";

    static final Answers NONE = new Answers(Map.of());

    Answers {
        byQuestion = Collections.unmodifiableMap(new LinkedHashMap<>(byQuestion));
    }

    Answers with(String question, Map<String, String> fields) {
        var all = new LinkedHashMap<>(byQuestion);
        all.put(question, Map.copyOf(fields));
        return new Answers(all);
    }

    Answers without(String question) {
        var all = new LinkedHashMap<>(byQuestion);
        all.remove(question);
        return new Answers(all);
    }

    boolean has(String question) {
        return byQuestion.containsKey(question);
    }

    /** The one value chosen; empty text when the question was not answered. */
    String one(String question) {
        return byQuestion.getOrDefault(question, Map.of()).getOrDefault(FIELD, "");
    }

    boolean says(String question, String value) {
        return chosen(question).contains(value);
    }

    Set<String> chosen(String question) {
        return Arrays.stream(one(question).split(","))
                .filter(value -> !value.isBlank())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A score from 0 to 3; 0 when not answered. */
    int score(String question) {
        return has(question) ? Integer.parseInt(one(question)) : 0;
    }

    Optional<UsState> state() {
        return has("state") ? Optional.of(UsState.valueOf(one("state"))) : Optional.empty();
    }

    Optional<LocalDate> date(String question) {
        return dateFrom(byQuestion.getOrDefault(question, Map.of()));
    }

    /** The date that three form fields name, if there is such a day. */
    static Optional<LocalDate> dateFrom(Map<String, String> fields) {
        try {
            return Optional.of(
                    LocalDate.of(
                            number(fields, "year"),
                            number(fields, "month"),
                            number(fields, "day")));
        } catch (DateTimeException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static int number(Map<String, String> fields, String name) {
        return Integer.parseInt(fields.getOrDefault(name, "").strip());
    }
}
