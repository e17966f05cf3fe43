package health.stillwater.enrollment;

import static health.stillwater.enrollment.AssessmentRule.Weight.LOOK;
import static health.stillwater.enrollment.AssessmentRule.Weight.NOT_NOW;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an answer means before a physician has seen it. All rules stand on this page. None of them
 * says yes: the most that no rule says is that nothing speaks against going on.
 */
enum AssessmentRule {
    UNDER_AGE(
            NOT_NOW,
            told -> told.age() < 18,
            "This treatment is only for people who are 18 or older."),
    NOT_OFFERED(
            NOT_NOW,
            told -> told.answers().has("reason") && !told.offered(),
            "We do not offer this yet where you live. The rules for your reason are stricter, and we have not met them."),
    UNCONTROLLED_BLOOD_PRESSURE(
            NOT_NOW,
            told -> told.answers().says("heart", "high"),
            "Your blood pressure needs to be under control first. The medicine can raise it."),
    HEART_CONDITION(
            NOT_NOW,
            told -> told.answers().says("heart", "heart"),
            "With the heart condition you told us about, the strain of this medicine at home is too risky."),
    ANEURYSM(
            NOT_NOW,
            told -> told.answers().says("heart", "aneurysm"),
            "With an aneurysm or unusual blood vessels, a rise in blood pressure could be dangerous."),
    STROKE(
            NOT_NOW,
            told -> told.answers().says("heart", "stroke"),
            "After a stroke or bleeding in the brain, this medicine should not be taken at home."),
    PSYCHOSIS(
            NOT_NOW,
            told -> told.answers().says("mind", "psychosis"),
            "For people who have had psychosis, this medicine can bring it back."),
    PREGNANCY(
            NOT_NOW,
            told -> told.answers().says("pregnancy", "yes"),
            "The medicine may harm a baby, so it has to wait for now."),
    HARD_TO_STOP(
            NOT_NOW,
            told -> told.answers().says("substances", "now"),
            "Help with alcohol or drugs comes first. This medicine can become a habit too."),
    OPIOIDS(
            NOT_NOW,
            told -> told.answers().says("substances", "opioids"),
            "After a problem with opioids, this medicine needs closer care than we can give at home."),
    REACTED_BEFORE(
            NOT_NOW,
            told -> told.answers().says("medicines", "allergy"),
            "You reacted badly to this medicine before, so it should not be taken again at home."),
    ALONE(
            NOT_NOW,
            told -> told.answers().says("sitter", "no"),
            "An adult has to be with you for each session. If that changes, come back."),
    THOUGHTS(
            LOOK,
            told -> told.answers().score("thoughts") > 0,
            "You told us about thoughts of death or of hurting yourself. A clinician talks with you about them first."),
    FEW_SIGNS_OF_DEPRESSION(
            LOOK,
            told ->
                    told.answers().says("reason", "depression")
                            && told.phq2Complete()
                            && told.phq2() < 3,
            "Your answers show fewer signs of depression in these 2 weeks than we would expect."),
    OLDER(
            LOOK,
            told -> told.age() >= 65,
            "From the age of 65, blood pressure, balance and memory need a closer look."),
    TREATED_BLOOD_PRESSURE(
            LOOK,
            told -> told.answers().says("heart", "treated"),
            "You take medicine for blood pressure. A clinician needs recent readings."),
    HEART_UNSURE(
            LOOK,
            told -> told.answers().says("heart", "unsure"),
            "You are not sure about heart conditions. A clinician goes through them with you."),
    MANIA(
            LOOK,
            told -> told.answers().says("mind", "mania"),
            "You told us about mania or bipolar disorder. It has to be steady first."),
    DISSOCIATION(
            LOOK,
            told -> told.answers().says("mind", "dissociation"),
            "You told us about a dissociative disorder. This medicine can add to it for a while."),
    MIND_UNSURE(
            LOOK,
            told -> told.answers().says("mind", "unsure"),
            "You are not sure about earlier diagnoses. A clinician goes through them with you."),
    PREGNANCY_UNSURE(
            LOOK,
            told -> told.answers().says("pregnancy", "unsure"),
            "You are not sure about pregnancy. A test comes first."),
    TROUBLE_IN_THE_PAST(
            LOOK,
            told -> told.answers().says("substances", "past"),
            "You told us about alcohol or drugs in the past. A clinician makes a plan with you."),
    SEDATIVES(
            LOOK,
            told -> told.answers().says("medicines", "sedatives"),
            "You take something calming. Together with this medicine it can slow breathing."),
    STIMULANTS(
            LOOK,
            told -> told.answers().says("medicines", "stimulants"),
            "You take a stimulant. Together with this medicine it can raise blood pressure."),
    MAO_INHIBITOR(
            LOOK,
            told -> told.answers().says("medicines", "maoi"),
            "You take an MAO inhibitor. Together with this medicine it can raise blood pressure."),
    TREATED_ELSEWHERE(
            LOOK,
            told -> told.answers().says("medicines", "current"),
            "You are treated with this medicine elsewhere. The two have to be planned together."),
    TREATED_EARLIER(
            LOOK,
            told -> told.answers().says("medicines", "earlier"),
            "You have taken this medicine before. A clinician wants to hear how it went."),
    OTHER_MEDICINES(
            LOOK,
            told -> told.answers().says("medicines", "other"),
            "You take other medicine. A clinician checks it against this treatment."),
    SITTER_UNSURE(
            LOOK,
            told -> told.answers().says("sitter", "unsure"),
            "You would have to ask someone to stay with you. We need a yes before a first session.");

    /** What a rule leads to. */
    enum Weight {
        NOT_NOW,
        LOOK
    }

    /**
     * What the rules look at.
     *
     * @param offered whether what brings the visitor is a track we may offer in their state
     */
    record Told(Answers answers, LocalDate today, boolean offered) {

        /** In full years; an age that was not told speaks against nothing. */
        int age() {
            return answers.date("born").map(born -> born.until(today).getYears()).orElse(18);
        }

        boolean phq2Complete() {
            return answers.has("interest") && answers.has("mood");
        }

        int phq2() {
            return answers.score("interest") + answers.score("mood");
        }
    }

    private final Weight weight;
    private final Predicate<Told> applies;
    private final String reason;

    AssessmentRule(Weight weight, Predicate<Told> applies, String reason) {
        this.weight = weight;
        this.applies = applies;
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    Weight weight() {
        return weight;
    }

    static Outcome outcome(Told told) {
        var notNow = reasons(told, NOT_NOW);
        if (!notNow.isEmpty()) {
            return new Outcome.NotAFit(notNow, alternatives(told));
        }
        var look = reasons(told, LOOK);
        return look.isEmpty() ? new Outcome.MayQualify() : new Outcome.ClinicianMustLook(look);
    }

    private static List<String> reasons(Told told, Weight weight) {
        return Stream.of(values())
                .filter(rule -> rule.weight == weight && rule.applies.test(told))
                .map(AssessmentRule::reason)
                .toList();
    }

    /** What else there is. Somebody with thoughts of death reads first whom they can reach now. */
    private static List<String> alternatives(Told told) {
        var always =
                Stream.of(
                        "Talk with your own doctor or therapist about other treatments. There are several that help.",
                        "To find care near you, call 1-800-662-4357 (SAMHSA). It is free, at any hour, in English and Spanish.",
                        "If something changes, you can answer again, free.");
        var first =
                THOUGHTS.applies.test(told)
                        ? Stream.of(
                                "Please call or text 988 today. Someone is there day and night, and this does not have to"
                                        + " wait for a treatment.")
                        : Stream.<String>empty();
        return Stream.concat(first, always).toList();
    }
}
