package health.stillwater.enrollment;

import health.stillwater.enrollment.Question.Option;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads the form fields of one question, and says kindly what is missing. */
final class AnswerCheck {

    private static final String NONE = "none";

    private AnswerCheck() {}

    /**
     * Fields fit to keep, or what to do about those that are not. Exactly one of the two is empty.
     */
    record Checked(Map<String, String> kept, Map<String, String> errors) {}

    /**
     * @param options what may be chosen: the question's own, or the counties of the state
     * @param today where the visitor is
     */
    static Checked check(
            Question question, List<Option> options, Map<String, String> fields, LocalDate today) {
        return switch (question.kind()) {
            case CHOICE -> one(fields, options, "Choose the answer that is closest.");
            case STATE -> one(fields, options, "Choose the state you live in.");
            case COUNTY -> one(fields, options, "Choose the county you live in.");
            case CHOICES -> many(fields, options);
            case DATE -> date(fields, today);
        };
    }

    private static Checked one(Map<String, String> fields, List<Option> options, String otherwise) {
        var value = fields.getOrDefault(Answers.FIELD, "").strip();
        return isOneOf(options).test(value)
                ? kept(Map.of(Answers.FIELD, value))
                : wrong(Answers.FIELD, otherwise);
    }

    private static Checked many(Map<String, String> fields, List<Option> options) {
        var joined =
                Arrays.stream(fields.getOrDefault(Answers.FIELD, "").split(","))
                        .map(String::strip)
                        .toList();
        var chosen =
                options.stream()
                        .map(Option::value)
                        .filter(value -> joined.contains(value) || fields.containsKey(value))
                        .toList();
        if (chosen.isEmpty()
                || !joined.stream().filter(value -> !value.isEmpty()).allMatch(isOneOf(options))) {
            return wrong(Answers.FIELD, "Choose all that apply, or “None of these”.");
        }
        if (chosen.contains(NONE) && chosen.size() > 1) {
            return wrong(Answers.FIELD, "Choose either “None of these” or what applies, not both.");
        }
        return kept(Map.of(Answers.FIELD, String.join(",", chosen)));
    }

    private static Checked date(Map<String, String> fields, LocalDate today) {
        var missing =
                List.of("month", "day", "year").stream()
                        .filter(name -> fields.getOrDefault(name, "").isBlank())
                        .collect(
                                Collectors.toMap(
                                        name -> name,
                                        name -> "Enter the " + name + ".",
                                        (a, _) -> a,
                                        LinkedHashMap::new));
        if (!missing.isEmpty()) {
            return new Checked(Map.of(), missing);
        }
        var date = Answers.dateFrom(fields);
        if (date.isEmpty()) {
            return wrong("day", "There is no such day. Check month, day and year.");
        }
        if (date.get().isAfter(today) || date.get().isBefore(today.minusYears(120))) {
            return wrong("year", "Check the year.");
        }
        return kept(
                Map.of(
                        "month", String.valueOf(date.get().getMonthValue()),
                        "day", String.valueOf(date.get().getDayOfMonth()),
                        "year", String.valueOf(date.get().getYear())));
    }

    private static Predicate<String> isOneOf(List<Option> options) {
        return value -> options.stream().anyMatch(option -> option.value().equals(value));
    }

    private static Checked kept(Map<String, String> fields) {
        return new Checked(fields, Map.of());
    }

    private static Checked wrong(String field, String sentence) {
        return new Checked(Map.of(), Map.of(field, sentence));
    }
}
