package health.stillwater.dev;

import health.stillwater.billing.Billing;
import health.stillwater.enrollment.AnswerOutcome;
import health.stillwater.enrollment.AssessmentId;
import health.stillwater.enrollment.Assessments;
import health.stillwater.enrollment.CompletionOutcome;
import health.stillwater.enrollment.ConsentView;
import health.stillwater.enrollment.DescribeOutcome;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.enrollment.EnrollmentStage;
import health.stillwater.enrollment.EnrollmentView.Step;
import health.stillwater.enrollment.IdentityView;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Refusal;
import health.stillwater.sandbox.FakeStripe;
import health.stillwater.sandbox.Sandbox;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a patient joins, step by step through the doors their pages use. A step that is done is not
 * done again.
 */
final class Joining {

    private static final String THIS_MACHINE = "127.0.0.1";

    private final Assessments assessments;
    private final Enrollment enrollment;
    private final Billing billing;
    private final Sandbox sandbox;
    private final URI home;

    /**
     * @param website where patients come back to
     */
    Joining(
            Assessments assessments,
            Enrollment enrollment,
            Billing billing,
            Sandbox sandbox,
            String website) {
        this.assessments = assessments;
        this.enrollment = enrollment;
        this.billing = billing;
        this.sandbox = sandbox;
        this.home = URI.create(website + "/patient");
    }

    /** All of it, until the gate lets them in. */
    void whole(Newcomer newcomer) throws Exception {
        var me = Acts.actor(newcomer.person());
        upToTheForms(newcomer);
        if (!isDone(newcomer, Step.LOCATION)) {
            Acts.does(me, () -> enrollment.attestLocation(newcomer.id(), newcomer.countyFips()));
        }
        if (Acts.as(me, () -> enrollment.of(newcomer.id())).stage() == EnrollmentStage.ENROLLED) {
            return;
        }
        signs(newcomer, Integer.MAX_VALUE);
        savesACard(newcomer);
        if (Acts.as(me, () -> enrollment.complete(newcomer.id()))
                instanceof CompletionOutcome.Stopped stopped) {
            throw new IllegalStateException(
                    String.join(" ", stopped.judgement().sentencesForPatient()));
        }
    }

    /** Assessment, profile, proof of identity, and the first few forms. */
    void partly(Newcomer newcomer, int forms) throws Exception {
        upToTheForms(newcomer);
        signs(newcomer, forms);
    }

    private void upToTheForms(Newcomer newcomer) throws Exception {
        var me = Acts.actor(newcomer.person());
        var id = newcomer.id();
        if (!isDone(newcomer, Step.ASSESSMENT)) {
            var assessment = assessed(newcomer);
            Acts.does(me, () -> enrollment.begin(id, assessment, newcomer.person().email()));
        }
        if (!isDone(newcomer, Step.ABOUT_YOU)
                && Acts.as(me, () -> enrollment.describe(id, newcomer.profile()))
                        instanceof DescribeOutcome.Invalid wrong) {
            throw new IllegalStateException(wrong.fieldErrors().toString());
        }
        if (!isDone(newcomer, Step.IDENTITY)) {
            provesIdentity(newcomer);
        }
    }

    private boolean isDone(Newcomer newcomer, Step step) throws Exception {
        try {
            return Acts.as(Acts.actor(newcomer.person()), () -> enrollment.of(newcomer.id()))
                    .steps()
                    .stream()
                    .anyMatch(view -> view.step() == step && view.done());
        } catch (Refusal.Missing notBegun) {
            return false;
        }
    }

    private AssessmentId assessed(Newcomer newcomer) throws Exception {
        var assessment = assessments.begin();
        var visitor = new Actor(Actor.Kind.VISITOR, assessment.value(), null, "a visitor");
        for (var answer : answers(newcomer).entrySet()) {
            var outcome =
                    Acts.as(
                            visitor,
                            () ->
                                    assessments.answer(
                                            assessment, answer.getKey(), answer.getValue()));
            if (outcome instanceof AnswerOutcome.Invalid wrong) {
                throw new IllegalStateException(answer.getKey() + ": " + wrong.fieldErrors());
            }
        }
        Acts.does(visitor, () -> assessments.outcome(assessment));
        return assessment;
    }

    private static Map<String, Map<String, String>> answers(Newcomer newcomer) {
        var answers = new LinkedHashMap<String, Map<String, String>>();
        answers.put("state", Map.of("answer", newcomer.state()));
        answers.put("county", Map.of("answer", newcomer.countyFips()));
        answers.put(
                "born",
                Map.of(
                        "month", "" + newcomer.born().getMonthValue(),
                        "day", "" + newcomer.born().getDayOfMonth(),
                        "year", "" + newcomer.born().getYear()));
        var others = new LinkedHashMap<String, String>();
        others.put("reason", newcomer.reason());
        others.put("interest", "2");
        others.put("mood", "2");
        others.put("thoughts", "0");
        others.put("heart", "none");
        others.put("mind", "none");
        others.put("pregnancy", "no");
        others.put("substances", "no");
        others.put("medicines", "none");
        others.put("sitter", "yes");
        others.forEach((question, answer) -> answers.put(question, Map.of("answer", answer)));
        return answers;
    }

    /** On the vendor's page, where people choose how the check ends. */
    private void provesIdentity(Newcomer newcomer) throws Exception {
        var me = Acts.actor(newcomer.person());
        try (var browser = WindowlessBrowser.thatStays()) {
            var page =
                    browser.opens(
                            Acts.as(me, () -> enrollment.startIdentityCheck(newcomer.id(), home)));
            if (page.content().selectFirst("form [name=result]") != null) {
                browser.sends(page, "form:has([name=result])", Map.of("result", "VERIFIED"));
            }
        }
        Acts.until(
                "proof of identity of " + newcomer.person().name(),
                () ->
                        Acts.as(me, () -> enrollment.identity(newcomer.id())).status()
                                == IdentityView.Status.VERIFIED);
    }

    private void signs(Newcomer newcomer, int forms) throws Exception {
        var me = Acts.actor(newcomer.person());
        var consents = Acts.as(me, () -> enrollment.consents(newcomer.id()));
        var unsigned =
                consents.stream()
                        .limit(forms)
                        .filter(consent -> consent.status() != ConsentView.Status.SIGNED)
                        .map(consent -> consent.form().kind())
                        .collect(Collectors.toSet());
        if (!unsigned.isEmpty()) {
            Acts.does(
                    me,
                    () ->
                            enrollment.sign(
                                    newcomer.id(),
                                    unsigned,
                                    newcomer.person().name(),
                                    THIS_MACHINE));
        }
    }

    private void savesACard(Newcomer newcomer) throws Exception {
        var me = Acts.actor(newcomer.person());
        if (!Acts.as(me, () -> billing.cardOnFile(newcomer.id()))) {
            var page = Acts.as(me, () -> billing.saveCard(newcomer.id(), home, home));
            sandbox.stripe().typesCard(page, FakeStripe.GOOD_CARD);
            Acts.until(
                    "card of " + newcomer.person().name(),
                    () -> Acts.as(me, () -> billing.cardOnFile(newcomer.id())));
        }
    }
}
