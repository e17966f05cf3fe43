package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Refusal;
import health.stillwater.rulebook.KillSwitch.Said;
import health.stillwater.rulebook.KillSwitch.Scope;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** A kill switch stops at the first person's word, and ends only with the word of two. */
class SwitchingRoomTests extends BookRoom {

    private static final Facts FLORIDA = facts("FL", "depression", "doctor-1", "pharmacy-1");

    private static Facts facts(String state, String indication, String doctor, String pharmacy) {
        return Canonical.read(
                Canonical.parse(
                        """
                        {"location": {"state": "%s"}, "clinical": {"indication": "%s"},
                         "prescriber": {"id": "%s"}, "pharmacy": {"id": "%s"}}"""
                                .formatted(state, indication, doctor, pharmacy)),
                Facts.class);
    }

    private long throwsIt(Actor officer, Scope scope, String target) {
        return as(
                officer,
                () -> rulebook.stop(new NewKillSwitch(scope, target, "What it is", "A recall")));
    }

    private void says(Actor officer, long number, Said said) {
        Actors.does(officer, () -> rulebook.say(number, said, "Agreed on the phone"));
    }

    private Answer held(Facts facts) {
        return verdict("D39", Moment.SIGNING, facts).answer();
    }

    private KillSwitch one(long number) {
        return rulebook.switches().stream()
                .filter(each -> each.number() == number)
                .findAny()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void nothingIsHeldWhereNothingIsStoppedAndEverythingWhereEverythingIs(Moment moment) {
        assertThat(verdict("D39", moment, FLORIDA).answer()).isEqualTo(Answer.PASS);

        throwsIt(MARSH, Scope.EVERYTHING, null);

        assertThat(verdict("D39", moment, FLORIDA))
                .satisfies(
                        stopped -> {
                            assertThat(stopped.answer()).isEqualTo(Answer.FAIL);
                            assertThat(stopped.reason())
                                    .isEqualTo("no hold: All prescribing is stopped: no");
                            assertThat(stopped.words().patient())
                                    .isEqualTo("Your request is on hold. We will contact you.");
                        });
        assertThat(verdict("D39", moment, Facts.none()).answer()).isEqualTo(Answer.FAIL);
    }

    @ParameterizedTest
    @CsvSource({
        "STATE,FL,FL,depression,doctor-1,pharmacy-1,FAIL",
        "STATE,NJ,FL,depression,doctor-1,pharmacy-1,PASS",
        "INDICATION,depression,FL,depression,doctor-1,pharmacy-1,FAIL",
        "INDICATION,anxiety,FL,depression,doctor-1,pharmacy-1,PASS",
        "PHYSICIAN,doctor-1,FL,depression,doctor-1,pharmacy-1,FAIL",
        "PHYSICIAN,doctor-2,FL,depression,doctor-1,pharmacy-1,PASS",
        "PHARMACY,pharmacy-1,FL,depression,doctor-1,pharmacy-1,FAIL",
        "PHARMACY,pharmacy-2,FL,depression,doctor-1,pharmacy-1,PASS",
    })
    void itStopsWhomItConcernsAndNobodyElse(
            Scope scope,
            String target,
            String state,
            String indication,
            String doctor,
            String pharmacy,
            Answer expected) {
        throwsIt(MARSH, scope, target);

        var verdict = verdict("D39", Moment.SIGNING, facts(state, indication, doctor, pharmacy));
        assertThat(verdict.answer()).isEqualTo(expected);
        if (scope == Scope.PHYSICIAN || scope == Scope.PHARMACY) {
            assertThat(verdict.reason()).doesNotContain("What it is");
        }
        assertThat(held(Facts.none())).isEqualTo(Answer.PASS);
    }

    @Test
    void aParcelIntoAStoppedStateIsStoppedToo() {
        throwsIt(MARSH, Scope.STATE, "NJ");
        var facts =
                Canonical.read(
                        Canonical.parse(
                                """
                        {"location": {"state": "FL"}, "delivery": {"address": {"state": "NJ"}}}"""),
                        Facts.class);
        assertThat(held(facts)).isEqualTo(Answer.FAIL);
    }

    @Test
    void whatOtherRoomsHoldStaysHeldBesideIt() {
        var lot =
                new HoldFacts(
                        HoldFacts.Kind.LOT_ALERT, clock.instant().minusSeconds(5), null, null);
        assertThat(held(FLORIDA.withHolds(List.of(lot)))).isEqualTo(Answer.FAIL);
        var number = throwsIt(MARSH, Scope.STATE, "FL");
        var both = verdict("D39", Moment.SIGNING, FLORIDA.withHolds(List.of(lot)));
        assertThat(both.reason())
                .isEqualTo("no hold: no; no hold: Prescribing in What it is is stopped: no");
        says(ADEYEMI, number, Said.LIFTED);
        assertThat(held(FLORIDA.withHolds(List.of(lot)))).isEqualTo(Answer.FAIL);
        assertThat(held(FLORIDA.withHolds(List.of()))).isEqualTo(Answer.PASS);
    }

    @Test
    void itBindsFromTheFirstWordAndEndsWithTheSecondOfTwo(AssertablePublishedEvents published) {
        var number = throwsIt(MARSH, Scope.STATE, "FL");
        assertThat(one(number).waits()).isTrue();
        assertThat(held(FLORIDA)).isEqualTo(Answer.FAIL);

        says(ADEYEMI, number, Said.CONFIRMED);
        assertThat(one(number).waits()).isFalse();
        says(MARSH, number, Said.RELEASE_ASKED);
        assertThat(held(FLORIDA)).isEqualTo(Answer.FAIL);
        assertThatThrownBy(() -> says(MARSH, number, Said.RELEASED))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("another person");
        assertThat(held(FLORIDA)).isEqualTo(Answer.FAIL);
        says(ADEYEMI, number, Said.RELEASED);

        assertThat(held(FLORIDA)).isEqualTo(Answer.PASS);
        assertThat(one(number).words()).hasSize(4);
        for (var news :
                List.of(
                        KillSwitchThrown.class,
                        KillSwitchConfirmed.class,
                        KillSwitchReleaseAsked.class,
                        KillSwitchReleased.class)) {
            assertThat(published).contains(news);
        }
    }

    @Test
    void aRefusedReleaseHoldsOn() {
        var number = throwsIt(MARSH, Scope.STATE, "FL");
        says(ADEYEMI, number, Said.CONFIRMED);
        says(ADEYEMI, number, Said.RELEASE_ASKED);
        says(MARSH, number, Said.RELEASE_REFUSED);
        assertThat(held(FLORIDA)).isEqualTo(Answer.FAIL);
        says(MARSH, number, Said.RELEASE_ASKED);
        says(ADEYEMI, number, Said.RELEASED);
        assertThat(held(FLORIDA)).isEqualTo(Answer.PASS);
    }

    @Test
    void whoThrewItNeitherConfirmsNorLiftsIt() {
        var number = throwsIt(MARSH, Scope.STATE, "FL");
        for (var said : List.of(Said.CONFIRMED, Said.LIFTED)) {
            assertThatThrownBy(() -> says(MARSH, number, said))
                    .isInstanceOf(Refusal.Forbidden.class);
        }
        for (var said : List.of(Said.RELEASED, Said.RELEASE_ASKED, Said.THROWN)) {
            assertThatThrownBy(() -> says(ADEYEMI, number, said))
                    .isInstanceOf(Refusal.Overtaken.class);
        }
        assertThat(held(FLORIDA)).isEqualTo(Answer.FAIL);
    }

    @ParameterizedTest
    @EnumSource(value = Actor.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "COMPLIANCE")
    void nobodyButAComplianceOfficerStopsOrReleases(Actor.Kind kind) {
        var other = Actors.staff(kind);
        assertThatThrownBy(() -> throwsIt(other, Scope.EVERYTHING, null))
                .isInstanceOf(Refusal.Forbidden.class);
        var number = throwsIt(MARSH, Scope.STATE, "FL");
        assertThatThrownBy(() -> says(other, number, Said.LIFTED))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThat(held(FLORIDA)).isEqualTo(Answer.FAIL);
    }

    @Test
    void theSameThingIsStoppedOnce() {
        throwsIt(MARSH, Scope.STATE, "FL");
        assertThatThrownBy(() -> throwsIt(ADEYEMI, Scope.STATE, "FL"))
                .isInstanceOf(Refusal.Overtaken.class);
        assertThat(throwsIt(ADEYEMI, Scope.STATE, "NJ")).isPositive();
    }

    @Test
    void aJudgementKeptBeforeIsReplayedAsItWas() {
        var facts = FLORIDA;
        var judgement = rulebook.judge(Moment.SIGNING, clock.instant(), facts);
        var snapshot = rulebook.snapshot(judgement, facts);
        clock.passes(Duration.ofMinutes(1));
        throwsIt(MARSH, Scope.EVERYTHING, null);
        assertThat(rulebook.replay(snapshot)).isEqualTo(judgement);
        var stopped = rulebook.judge(Moment.SIGNING, clock.instant(), facts);
        assertThat(rulebook.replay(rulebook.snapshot(stopped, facts))).isEqualTo(stopped);
        assertThat(stopped.stops()).extracting(Verdict::row).contains("D39");
    }
}
