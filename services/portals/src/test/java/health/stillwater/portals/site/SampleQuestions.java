package health.stillwater.portals.site;

import health.stillwater.enrollment.Question;
import health.stillwater.enrollment.Question.Option;
import java.util.List;

/** One question of each kind. */
final class SampleQuestions {

    static final Question STATE =
            new Question(
                    "state",
                    "Which state do you live in?",
                    "The state you are in during a visit.",
                    "A physician needs a license there.",
                    Question.Kind.STATE,
                    List.of(new Option("FL", "Florida"), new Option("TX", "Texas")));
    static final Question BORN =
            new Question(
                    "born",
                    "What is your date of birth?",
                    "For example, 3 9 1979.",
                    "Adults only.",
                    Question.Kind.DATE,
                    List.of());
    static final Question PRESSURE =
            new Question(
                    "pressure",
                    "What has your blood pressure been like in the last 30 days?",
                    "The medicine can raise it for about an hour.",
                    "High pressure that is not treated can make this unsafe.",
                    Question.Kind.CHOICE,
                    List.of(
                            new Option("normal", "Mostly below 140 over 90"),
                            new Option("high", "Often 140 over 90 or above"),
                            new Option("treated", "I take medicine for it and it is steady"),
                            new Option("none", "I have not measured it")));
    static final Question CONDITIONS =
            new Question(
                    "conditions",
                    "Has a doctor ever told you that you have any of these?",
                    "Choose all that apply.",
                    "Some of these make the medicine dangerous.",
                    Question.Kind.CHOICES,
                    List.of(
                            new Option("psychosis", "Schizophrenia or psychosis"),
                            new Option("aneurysm", "An aneurysm"),
                            new Option("none", "None of these")));
    static final List<Question> ALL = List.of(STATE, BORN, PRESSURE, CONDITIONS);

    private SampleQuestions() {}
}
