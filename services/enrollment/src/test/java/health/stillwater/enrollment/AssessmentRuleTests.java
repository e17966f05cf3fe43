package health.stillwater.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AssessmentRuleTests {

    @Test
    void nothingInTheWayMayQualify() {
        assertThat(Told.outcome(Told.answers(), true)).isEqualTo(new Outcome.MayQualify());
    }

    @ParameterizedTest
    @CsvSource({
        "heart, high, UNCONTROLLED_BLOOD_PRESSURE",
        "heart, heart, HEART_CONDITION",
        "heart, aneurysm, ANEURYSM",
        "heart, stroke, STROKE",
        "mind, psychosis, PSYCHOSIS",
        "pregnancy, yes, PREGNANCY",
        "substances, now, HARD_TO_STOP",
        "substances, opioids, OPIOIDS",
        "medicines, allergy, REACTED_BEFORE",
        "sitter, no, ALONE"
    })
    void someAnswersAreNotAFitNow(String question, String value, AssessmentRule rule) {
        var outcome = Told.outcome(question, value);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.NotAFit.class,
                        notNow -> {
                            assertThat(notNow.reasons()).containsExactly(rule.reason());
                            assertThat(notNow.alternatives()).hasSize(3);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "thoughts, 1, THOUGHTS",
        "thoughts, 3, THOUGHTS",
        "heart, treated, TREATED_BLOOD_PRESSURE",
        "heart, unsure, HEART_UNSURE",
        "mind, mania, MANIA",
        "mind, dissociation, DISSOCIATION",
        "mind, unsure, MIND_UNSURE",
        "pregnancy, unsure, PREGNANCY_UNSURE",
        "substances, past, TROUBLE_IN_THE_PAST",
        "medicines, sedatives, SEDATIVES",
        "medicines, stimulants, STIMULANTS",
        "medicines, maoi, MAO_INHIBITOR",
        "medicines, current, TREATED_ELSEWHERE",
        "medicines, earlier, TREATED_EARLIER",
        "medicines, other, OTHER_MEDICINES",
        "sitter, unsure, SITTER_UNSURE"
    })
    void someAnswersNeedAClinician(String question, String value, AssessmentRule rule) {
        assertThat(Told.outcome(question, value))
                .isEqualTo(new Outcome.ClinicianMustLook(List.of(rule.reason())));
    }

    @ParameterizedTest
    @CsvSource({"2008-11-24, true", "2008-11-25, false"})
    void oneIsOfAgeOnTheEighteenthBirthday(String born, boolean ofAge) {
        assertThat(bornOn(born))
                .isInstanceOf(ofAge ? Outcome.MayQualify.class : Outcome.NotAFit.class);
    }

    @ParameterizedTest
    @CsvSource({"1961-11-25, MayQualify", "1961-11-24, ClinicianMustLook"})
    void aClinicianLooksFromSixtyFive(String born, String outcome) {
        assertThat(bornOn(born).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, ClinicianMustLook",
        "1, 2, MayQualify",
        "0, 2, ClinicianMustLook",
        "3, 0, MayQualify"
    })
    void fewSignsOfDepressionAreLookedAt(String interest, String mood, String outcome) {
        var answers =
                Told.answers().with("interest", Told.one(interest)).with("mood", Told.one(mood));

        assertThat(Told.outcome(answers, true).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void fewSignsOfDepressionDoNotMatterForAnxiety() {
        var answers =
                Told.answers()
                        .with("reason", Told.one("anxiety"))
                        .with("interest", Told.one("0"))
                        .with("mood", Told.one("0"));

        assertThat(Told.outcome(answers, true)).isEqualTo(new Outcome.MayQualify());
    }

    @Test
    void aReasonWeDoNotTreatIsSaidHonestly() {
        var outcome = Told.outcome(Told.answers(), false);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.NotAFit.class,
                        notNow ->
                                assertThat(notNow.reasons().getFirst())
                                        .startsWith("We do not offer this yet"));
    }

    @Test
    void everyReasonIsToldAndTheHardestOnesDecide() {
        var answers =
                Told.answers()
                        .with("sitter", Told.one("no"))
                        .with("heart", Told.one("high,stroke,treated"));

        assertThat(Told.outcome(answers, true))
                .isInstanceOfSatisfying(
                        Outcome.NotAFit.class,
                        notNow ->
                                assertThat(notNow.reasons())
                                        .containsExactly(
                                                AssessmentRule.UNCONTROLLED_BLOOD_PRESSURE.reason(),
                                                AssessmentRule.STROKE.reason(),
                                                AssessmentRule.ALONE.reason()));
    }

    @Test
    void somebodyWithThoughtsOfDeathReadsFirstWhomToCall() {
        var answers = Told.answers().with("thoughts", Told.one("2")).with("sitter", Told.one("no"));

        assertThat(Told.outcome(answers, true))
                .isInstanceOfSatisfying(
                        Outcome.NotAFit.class,
                        notNow -> assertThat(notNow.alternatives().getFirst()).contains("988"));
    }

    @ParameterizedTest
    @EnumSource(AssessmentRule.class)
    void noRuleSaysMoreThanItMay(AssessmentRule rule) {
        assertThat(rule.reason().toLowerCase())
                .doesNotContain("approved", "eligible", "cure", "guarantee", "congratulations", "!")
                .endsWith(".");
    }

    @Test
    void everyRuleIsReachedByATestAbove() {
        var tested =
                Arrays.stream(AssessmentRuleTests.class.getDeclaredMethods())
                        .map(method -> method.getAnnotation(CsvSource.class))
                        .filter(source -> source != null)
                        .flatMap(source -> Arrays.stream(source.value()))
                        .map(row -> row.substring(row.lastIndexOf(' ') + 1))
                        .collect(Collectors.toSet());
        var byHand = List.of("UNDER_AGE", "NOT_OFFERED", "OLDER", "FEW_SIGNS_OF_DEPRESSION");

        assertThat(Arrays.stream(AssessmentRule.values()).map(Enum::name))
                .allMatch(rule -> tested.contains(rule) || byHand.contains(rule));
    }

    private static Outcome bornOn(String date) {
        var born = LocalDate.parse(date);
        var fields =
                Map.of(
                        "month", String.valueOf(born.getMonthValue()),
                        "day", String.valueOf(born.getDayOfMonth()),
                        "year", String.valueOf(born.getYear()));
        return Told.outcome(Told.answers().with("born", fields), true);
    }
}
