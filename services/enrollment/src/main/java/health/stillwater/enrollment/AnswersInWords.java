package health.stillwater.enrollment;

import health.stillwater.enrollment.AssessmentView.Answered;
import health.stillwater.enrollment.Question.Option;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Answers as people read them. */
final class AnswersInWords {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

    private AnswersInWords() {}

    static List<Answered> of(Answers answers, List<Option> counties) {
        return Questions.all().stream()
                .filter(question -> answers.has(question.key()))
                .map(
                        question ->
                                new Answered(
                                        question.key(),
                                        question.title(),
                                        words(question, answers, counties)))
                .toList();
    }

    private static String words(Question question, Answers answers, List<Option> counties) {
        return switch (question.kind()) {
            case CHOICE, CHOICES, STATE -> labels(question.options(), answers, question.key());
            case COUNTY -> labels(counties, answers, question.key());
            case DATE -> answers.date(question.key()).map(AnswersInWords::words).orElse("");
        };
    }

    private static String words(LocalDate date) {
        return DATE.format(date);
    }

    private static String labels(List<Option> options, Answers answers, String question) {
        return options.stream()
                .filter(option -> answers.says(question, option.value()))
                .map(Option::label)
                .collect(Collectors.joining("; "));
    }
}
