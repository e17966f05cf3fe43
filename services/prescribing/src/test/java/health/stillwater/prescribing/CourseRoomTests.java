package health.stillwater.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Refusal;
import health.stillwater.review.CaseStage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** What follows a prescription: the next supply, another dose, an end, a correction. */
class CourseRoomTests extends SigningRoom {

    private static final Duration TILL_THE_NEXT = Duration.ofDays(26);

    private DecisionId first;

    private void prescribedAndFilled() {
        first = signed(Forms.approving());
        isFilled(first);
        clock.passes(TILL_THE_NEXT);
        comesBack();
    }

    @Test
    void aRenewalNamesThePrescriptionItFollows(AssertablePublishedEvents published) {
        prescribedAndFilled();

        var next = signed(Forms.renewing(first));

        var record = as(reyes, () -> prescribing.record(next));
        assertThat(record.decision().about()).contains(first);
        assertThat(record.bundle()).contains("\"about\":\"" + first + "\"");
        assertThat(standingOf(first))
                .isEqualTo(new Standing(Standing.Kind.RENEWED, Optional.of(next)));
        assertThat(stageOfCase()).contains(CaseStage.DECIDED);
        assertThat(published)
                .contains(PrescriptionApproved.class)
                .matching(PrescriptionApproved::decision, next);
        assertThat(published.ofType(PrescriptionEnded.class)).isEmpty();
    }

    @Test
    void aRenewalKeepsMedicineAndDose() {
        prescribedAndFilled();

        assertInvalid(
                Forms.but(Forms.renewing(first), Map.of("strengthMg", "10")),
                "form",
                "A renewal keeps medicine and dose: 100 mg sublingual troche, 2 at a time, 4 times in 28 days.");
    }

    @Test
    void aSupplyThatLastsIsNotDoubled() {
        first = signed(Forms.approving());
        isFilled(first);
        clock.passes(Duration.ofDays(25));
        comesBack();

        assertInvalid(
                Forms.renewing(first),
                "daysSupply",
                "Too early: the supply so far lasts through December 21, 2026. The next may be signed from December"
                        + " 20, 2026 on.");
        clock.passes(Duration.ofDays(1));
        comesBack();
        ready(Forms.renewing(first));
    }

    @Test
    void whatIsSignedAndNotFilledYetCountsToo() {
        first = signed(Forms.approving());
        comesBack();

        assertInvalid(Forms.renewing(first), "daysSupply", "Too early");
        assertInvalid(Forms.approving(), "verdict", "A prescription is in force already");
    }

    @Test
    void aChangeTakesThePlaceOfWhatWasNotFilled(AssertablePublishedEvents published) {
        first = signed(Forms.approving());
        comesBack();

        var changed = signed(Forms.changing(first));

        assertThat(standingOf(first).kind()).isEqualTo(Standing.Kind.CHANGED);
        assertThat(mayBeFilled(first)).isFalse();
        assertThat(mayBeFilled(changed)).isTrue();
        assertThat(published)
                .contains(PrescriptionEnded.class)
                .matching(PrescriptionEnded::how, PrescriptionEnded.How.CHANGED)
                .matching(PrescriptionEnded::prescription, first);
    }

    @Test
    void aChangeThatChangesNothingIsARenewal() {
        prescribedAndFilled();

        assertInvalid(
                Forms.but(
                        Forms.renewing(first), Map.of("verdict", "CHANGE", "reason", "OTHER_FORM")),
                "verdict",
                "Nothing is changed.");
    }

    @Test
    void aStopEndsItWhateverPaperIsMissing(AssertablePublishedEvents published) {
        first = signed(Forms.approving());
        comesBack();
        elsewhere.visited(reyes, request, clock.instant()); // the monitoring report is gone

        var stop = signed(Forms.stopping(first));

        assertThat(mayBeFilled(first)).isFalse();
        assertThat(standingOf(first))
                .isEqualTo(new Standing(Standing.Kind.STOPPED, Optional.of(stop)));
        assertThat(as(reyes, () -> prescribing.record(stop)).text().statement().version())
                .isEqualTo("stop-1");
        assertThat(published)
                .contains(PrescriptionEnded.class)
                .matching(PrescriptionEnded::how, PrescriptionEnded.How.STOPPED);
        assertThat(
                        published
                                .ofType(PrescriptionApproved.class)
                                .matching(news -> news.decision().equals(stop)))
                .isEmpty();
        comesBack();
        assertInvalid(Forms.stopping(first), "verdict", "no longer in force");
    }

    @Test
    void aReferralIsSignedAndChargesNothing(AssertablePublishedEvents published) {
        var referral = signed(Forms.referring());

        var record = as(reyes, () -> prescribing.record(referral));
        assertThat(record.decision().verdict()).isEqualTo(PrescriberVerdict.REFER);
        assertThat(record.decision().reason()).contains(DecisionReason.SEVERE_OR_IN_CRISIS);
        assertThat(published)
                .contains(PrescriptionDeclined.class)
                .matching(PrescriptionDeclined::decision, referral);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RENEW", "CHANGE", "STOP"})
    void nothingIsRenewedChangedOrStoppedThatIsNotThere(String verdict) {
        var reason = verdict.equals("STOP") ? "SIDE_EFFECT" : "DOSE_LOWERED";
        var form = Forms.approvingBut(Map.of("verdict", verdict, "reason", reason));
        assertInvalid(form, "verdict", "There is no prescription to renew");
        assertInvalid(
                Forms.but(form, Map.of("about", DecisionId.next().toString())),
                "verdict",
                "no longer in force");
    }

    @Test
    void aCorrectionStandsBesideWhatItCorrectsAndHolds(AssertablePublishedEvents published) {
        var wrong = signed(Forms.declining());
        comesBack();

        var right = signed(Forms.correcting(wrong, Forms.approving()));

        assertThat(as(reyes, () -> prescribing.decisionsBy(reyes)))
                .extracting(DecisionView::id)
                .containsExactlyInAnyOrder(right, wrong);
        assertThat(standingOf(wrong))
                .isEqualTo(new Standing(Standing.Kind.CORRECTED, Optional.of(right)));
        assertThat(standingOf(right).holds()).isTrue();
        assertThat(as(reyes, () -> prescribing.record(right)).bundle())
                .contains("\"supersedes\":\"" + wrong + "\"");
        assertThat(published.ofType(PrescriptionEnded.class)).isEmpty();
        comesBack();
        assertInvalid(
                Forms.correcting(wrong, Forms.declining()), "corrects", "not corrected before");
    }

    @Test
    void aPrescriptionSignedInErrorIsNotFilled(AssertablePublishedEvents published) {
        var wrong = signed(Forms.approving());
        comesBack();

        var right =
                signed(
                        Forms.correcting(
                                wrong,
                                Forms.approvingBut(
                                        Map.of(
                                                "strengthMg",
                                                "10",
                                                "directions",
                                                "Dissolve 2 troches once a week."))));

        assertThat(mayBeFilled(wrong)).isFalse();
        assertThat(mayBeFilled(right)).isTrue();
        assertThat(published)
                .contains(PrescriptionEnded.class)
                .matching(PrescriptionEnded::prescription, wrong)
                .matching(PrescriptionEnded::how, PrescriptionEnded.How.CORRECTED);
    }

    @Test
    void aDecisionAboutSomebodyElseIsNotCorrectedHere() {
        assertInvalid(
                Forms.correcting(DecisionId.next(), Forms.declining()),
                "corrects",
                "Only a decision about this patient");
    }

    @Test
    void anotherProgramsSupplyStopsOurs() {
        assertInvalid(
                Forms.approvingBut(Map.of("elsewhere", "2026-11-24")),
                "elsewhere",
                "from another program through November 24, 2026");
        ready(Forms.approvingBut(Map.of("elsewhere", "2026-11-23")));
        ready(Forms.approvingBut(Map.of("elsewhere", "NONE")));
    }

    @Test
    void whatWasFilledSinceItWasMarkedReadyBinds() {
        first = signed(Forms.approving());
        comesBack();
        var ready = ready(Forms.changing(first));
        isFilled(first);

        assertThatThrownBy(() -> sign(ready, freshFor(ready)))
                .isInstanceOf(Refusal.Overtaken.class)
                .hasMessageContaining("the supply so far lasts through December 21, 2026");
        assertThat(decisions()).isEqualTo(1);
    }

    private void assertInvalid(DecisionForm form, String field, String sentence) {
        var outcome = as(reyes, () -> prescribing.readyToSign(request, reyes, fence, form));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ReadyOutcome.Invalid.class,
                        invalid -> assertThat(invalid.fieldErrors().get(field)).contains(sentence));
    }

    private Standing standingOf(DecisionId decision) {
        return as(reyes, () -> prescribing.record(decision)).decision().standing();
    }

    private boolean mayBeFilled(DecisionId decision) {
        return as(reyes, () -> prescribing.holds(decision));
    }
}
