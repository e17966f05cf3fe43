package health.stillwater.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCheckTests {

    @Test
    void thereAreThirteenQuestionsWithReasonsForAsking() {
        assertThat(Questions.all())
                .hasSize(13)
                .allSatisfy(
                        question -> {
                            assertThat(question.title()).endsWith("?");
                            assertThat(question.whyWeAsk()).endsWith(".");
                        });
        assertThat(Questions.named("state").orElseThrow().options()).hasSize(51);
    }

    @ParameterizedTest
    @ValueSource(strings = {"approved", "eligible", "!"})
    void noQuestionPromisesAnything(String word) {
        assertThat(Questions.all().toString().toLowerCase()).doesNotContain(word);
    }

    @Test
    void keepsAnOptionAndNothingElse() {
        assertThat(check("reason", Map.of("answer", "anxiety", "extra", "x")).kept())
                .isEqualTo(Map.of("answer", "anxiety"));
        assertThat(check("reason", Map.of("answer", "boredom")).errors())
                .containsOnlyKeys("answer");
        assertThat(check("reason", Map.of()).errors()).containsOnlyKeys("answer");
    }

    @Test
    void takesSeveralChoicesInOneFieldOrInMany() {
        assertThat(check("heart", Map.of("answer", "stroke,high")).kept())
                .isEqualTo(Map.of("answer", "high,stroke"));
        assertThat(check("heart", Map.of("stroke", "on", "high", "on")).kept())
                .isEqualTo(Map.of("answer", "high,stroke"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none,high", "high,invented"})
    void refusesChoicesThatDoNotGoTogether(String answer) {
        assertThat(check("heart", Map.of("answer", answer)).errors()).containsOnlyKeys("answer");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 30, 1980, day",
        "13, 1, 1980, day",
        "11, 25, 2026, year",
        "1, 1, 1880, year",
        "x, 1, 1980, day",
        "'', 1, 1980, month"
    })
    void saysWhichPartOfADateToMend(String month, String day, String year, String field) {
        assertThat(check("born", Map.of("month", month, "day", day, "year", year)).errors())
                .containsOnlyKeys(field);
    }

    @Test
    void keepsADateAsNumbers() {
        assertThat(check("born", Map.of("month", "03", "day", " 9", "year", "1984")).kept())
                .isEqualTo(Map.of("month", "3", "day", "9", "year", "1984"));
    }

    private static AnswerCheck.Checked check(String question, Map<String, String> fields) {
        var asked = Questions.named(question).orElseThrow();
        return AnswerCheck.check(asked, List.copyOf(asked.options()), fields, Told.TODAY);
    }
}
