package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Refusal;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** The rules change by the word of two, from a day on, without a deployment. */
class ChangingRoomTests extends BookRoom {

    private LocalDate tomorrow;

    @BeforeEach
    void tomorrowIsADayAway() {
        tomorrow = today().plusDays(1);
    }

    @Test
    void aValueChangesOnItsDayAndNotBefore(AssertablePublishedEvents published) {
        var before = rulebook.version();
        var number = proposesValue(MARSH, "freshness.encounter", "5 days", tomorrow);
        assertThat(rulebook.proposal(number).words())
                .containsExactly("D02 · Visit keeps its value: 7 days → 5 days");
        assertThat(rulebook.proposal(number).open()).isTrue();
        assertThat(rulebook.version()).isEqualTo(before);

        approves(ADEYEMI, number);

        assertThat(rulebook.setting("freshness.encounter").now()).isEqualTo("7 days");
        assertThat(rulebook.version()).isEqualTo(before);
        clock.standsAt(Instant.parse("2026-11-25T04:59:59.999Z"));
        assertThat(rulebook.setting("freshness.encounter").now()).isEqualTo("7 days");
        clock.standsAt(Instant.parse("2026-11-25T05:00:00Z"));
        assertThat(rulebook.setting("freshness.encounter").now()).isEqualTo("5 days");
        assertThat(rulebook.version()).isNotEqualTo(before).startsWith(before + "-");
        assertThat(published).contains(RuleChangeProposed.class);
        assertThat(published)
                .contains(RuleChangeApproved.class)
                .matching(RuleChangeApproved::proposal, number);
    }

    @Test
    void whatBeginsTodayBeginsAtTheApprovalAndNotAtMidnightBehindIt() {
        clock.passes(Duration.ofHours(2));
        var number = proposesValue(MARSH, "consentMonths", "6", today());
        clock.passes(Duration.ofMinutes(7));
        var approvedAt = clock.instant();

        approves(ADEYEMI, number);

        var decision = rulebook.proposal(number).decision();
        assertThat(decision).isNotNull();
        assertThat(decision.effectiveFrom()).isEqualTo(approvedAt);
        assertThat(decision.outcome()).isEqualTo(ProposalView.Outcome.APPROVED);
        assertThat(shelf.latest().at(approvedAt.minusNanos(1000)).pack().configuration())
                .extracting(Configuration::consentMonths)
                .isEqualTo(12);
        assertThat(rulebook.setting("consentMonths").now()).isEqualTo("6 months");
    }

    @Test
    void aChangeThatBeginsLaterDoesNotLoseOneThatBeginsBefore() {
        agreed("freshness.encounter", "5 days", today().plusDays(10));
        agreed("consentMonths", "6", today().plusDays(3));

        clock.passes(Duration.ofDays(4));
        assertThat(rulebook.setting("freshness.encounter").now()).isEqualTo("7 days");
        assertThat(rulebook.setting("consentMonths").now()).isEqualTo("6 months");
        clock.passes(Duration.ofDays(7));
        assertThat(rulebook.setting("freshness.encounter").now()).isEqualTo("5 days");
        assertThat(rulebook.setting("consentMonths").now()).isEqualTo("6 months");
    }

    @Test
    void theProposerNeverDecidesAndOnlyTheProposerTakesBack() {
        var number = proposesValue(MARSH, "freshness.encounter", "5 days", tomorrow);

        for (var decision :
                List.<Runnable>of(
                        () -> rulebook.approve(number), () -> rulebook.reject(number, "No"))) {
            assertThatThrownBy(() -> Actors.does(MARSH, decision))
                    .isInstanceOf(Refusal.Forbidden.class)
                    .hasMessageContaining("another compliance officer");
        }
        assertThatThrownBy(() -> Actors.does(ADEYEMI, () -> rulebook.withdraw(number)))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThat(rulebook.proposal(number).open()).isTrue();

        Actors.does(MARSH, () -> rulebook.withdraw(number));

        assertThatThrownBy(() -> approves(ADEYEMI, number)).isInstanceOf(Refusal.Overtaken.class);
        assertThat(rulebook.proposals()).extracting(ProposalView::number).contains(number);
    }

    @Test
    void aRejectedProposalIsKeptWithItsReasonAndChangesNothing() {
        var number = proposesValue(MARSH, "freshness.encounter", "5 days", today());

        Actors.does(ADEYEMI, () -> rulebook.reject(number, "Counsel said otherwise"));

        var decision = rulebook.proposal(number).decision();
        assertThat(decision).isNotNull();
        assertThat(decision.outcome()).isEqualTo(ProposalView.Outcome.REJECTED);
        assertThat(decision.reason()).isEqualTo("Counsel said otherwise");
        assertThat(rulebook.setting("freshness.encounter").now()).isEqualTo("7 days");
        assertThatThrownBy(() -> approves(ADEYEMI, number)).isInstanceOf(Refusal.Overtaken.class);
    }

    @ParameterizedTest
    @EnumSource(value = Actor.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "COMPLIANCE")
    void nobodyButAComplianceOfficerProposesOrDecides(Actor.Kind kind) {
        var number = proposesValue(MARSH, "freshness.encounter", "5 days", tomorrow);
        var other = Actors.staff(kind);

        assertThatThrownBy(
                        () ->
                                as(
                                        other,
                                        () ->
                                                rulebook.propose(
                                                        value("consentMonths", "6", tomorrow))))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> approves(other, number)).isInstanceOf(Refusal.Forbidden.class);
        assertThat(rulebook.proposal(number).open()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "freshness.encounter | soon | 2026-11-25 | typed | Enter an age",
                "freshness.encounter | 0 days | 2026-11-25 | typed | Enter an age",
                "freshness.encounter | 7 days | 2026-11-25 | typed | Nothing would change",
                "freshness.encounter | 5 days | 2026-11-23 | effectiveOn | today or a later day",
                "adultAge | 17 | 2026-11-25 | typed | at least 18",
                "adultAge | 18.5 | 2026-11-25 | typed | whole number",
                "rulePackDays | 91 | 2026-11-25 | typed | at most 90",
                "tracks.NJ.crps | maybe | 2026-11-25 | typed | enabled, blocked",
                "federalBasis.temporaryRuleEndsAt | next year | 2026-11-25 | typed | such as 2026-12-31",
                "federalBasis.specialRegistrationAccepted | perhaps | 2026-11-25 | typed | yes or no",
                "vitals.systolicStop | 150 | 2026-11-25 | signedOffOn | medical director",
                "interactions | 42 | 2026-11-25 | typed | code = value",
                "interactions | 42 = MAYBE | 2026-11-25 | typed | STOP, REVIEW, INFO",
            })
    void whatMakesNoSenseIsSaidOnItsField(
            String path, String typed, LocalDate on, String field, String sentence) {
        var outcome = as(MARSH, () -> rulebook.propose(value(path, typed, on)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ProposalOutcome.NotValid.class,
                        wrong -> assertThat(wrong.sentences().get(field)).contains(sentence));
        assertThat(rulebook.proposals()).isEmpty();
    }

    @Test
    void aChangeWaitsNoLongerThanItsDay() {
        var number = proposesValue(MARSH, "freshness.encounter", "5 days", tomorrow);
        clock.passes(Duration.ofDays(2));

        assertThatThrownBy(() -> approves(ADEYEMI, number))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("has passed");
        assertThat(rulebook.setting("freshness.encounter").now()).isEqualTo("7 days");
    }

    @Test
    void twoProposalsForTheSameValueDoNotRunOverEachOther() {
        var one = proposesValue(MARSH, "freshness.encounter", "5 days", today());
        var other = proposesValue(ADEYEMI, "freshness.encounter", "3 days", today());
        approves(ADEYEMI, one);

        assertThatThrownBy(() -> approves(MARSH, other))
                .isInstanceOf(Refusal.Overtaken.class)
                .hasMessageContaining("changed since");
        assertThat(rulebook.setting("freshness.encounter").now()).isEqualTo("5 days");
    }

    @Test
    void theProtocolTakesTheMedicalDirectorsSignatureToo() {
        var draft =
                new ValueDraft(
                        "protocol.doses.depression.maxMgPerSession",
                        "12.50",
                        today(),
                        "Protocol of today",
                        today());
        var number = proposed(as(MARSH, () -> rulebook.propose(draft)));
        assertThat(rulebook.proposal(number).words())
                .containsExactly(
                        "D28 · Depression, most in a session: not set, so it refuses → 12.5 mg");
        assertThat(rulebook.proposal(number).signedOffBy()).isEqualTo("Dr. P. Lindqvist");

        agreed("protocol.medicalDirector", "Dr. A. Other", today(), today());
        assertThatThrownBy(() -> approves(ADEYEMI, number))
                .isInstanceOf(Refusal.Overtaken.class)
                .hasMessageContaining("another person since");
    }

    private void agreed(String path, String typed, LocalDate on, LocalDate signedOn) {
        var draft = new ValueDraft(path, typed, on, "The board's minutes", signedOn);
        approves(ADEYEMI, proposed(as(MARSH, () -> rulebook.propose(draft))));
    }

    @Test
    void capsThatWereSignedReachTheRowThatReadsThem() {
        var facts = Facts.none().with(treatedFor(Indication.DEPRESSION));
        var unset =
                shelf.latest().whole(facts, shelf.latest().at(clock.instant()), clock.instant());
        assertThat(unset.protocol()).isEqualTo(ProtocolFacts.unset(rulebook.version()));

        var draft =
                new ValueDraft(
                        "protocol.doses.depression.maxMgPerSession",
                        "12.5",
                        today(),
                        "Why",
                        today());
        approves(ADEYEMI, proposed(as(MARSH, () -> rulebook.propose(draft))));

        var book = shelf.latest();
        var set = book.whole(facts, book.at(clock.instant()), clock.instant()).protocol();
        assertThat(set).isNotNull();
        assertThat(set.maxMgPerSession()).isEqualByComparingTo("12.5");
        assertThat(set.maxMgPerDay()).isNull();
        assertThat(set.version()).isEqualTo(rulebook.version());
    }

    private static ClinicalFacts treatedFor(Indication indication) {
        return new ClinicalFacts(
                indication, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Test
    void everySettingStandsInTheConfigurationAndIsReadBackAsItIsWritten() {
        var zone = EASTERN;
        for (var setting : rulebook.settings()) {
            var value =
                    Change.OfValue.at(
                            shelf.latest().at(clock.instant()).pack().written(),
                            setting.setting().path());
            assertThat(value.isNull())
                    .as(setting.setting().path())
                    .isEqualTo(setting.setting().mayBeUnset());
            try {
                assertThat(new SettingReader(zone).read(setting.setting(), setting.typed()))
                        .as(setting.setting().path())
                        .isEqualTo(value);
            } catch (SettingReader.NotAValue wrong) {
                throw new AssertionError(setting.setting().path(), wrong);
            }
        }
        assertThat(rulebook.settings()).hasSizeGreaterThan(100);
    }

    @Test
    void listsAndPairsSayWhatIsAddedAndTakenOut() {
        var codes = rulebook.setting("reviewCodes").typed() + "\nX30";
        var number =
                proposed(
                        as(
                                MARSH,
                                () ->
                                        rulebook.propose(
                                                new ValueDraft(
                                                        "reviewCodes",
                                                        codes.replace("X18\n", ""),
                                                        tomorrow,
                                                        "Why",
                                                        today()))));
        assertThat(rulebook.proposal(number).words())
                .containsExactly(
                        "D24 · Findings that wait for the prescriber: adds X30; takes out X18");
        assertThat(
                        SettingWords.change(
                                rulebook.setting("interactions").setting(),
                                Canonical.tree(Map.of("1", "STOP", "2", "INFO")),
                                Canonical.tree(Map.of("1", "REVIEW", "3", "INFO"))))
                .isEqualTo("1: STOP → REVIEW; adds 3 = INFO; takes out 2");
    }
}
