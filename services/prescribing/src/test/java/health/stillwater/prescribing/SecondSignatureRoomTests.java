package health.stillwater.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.doReturn;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.review.CaseStage;
import health.stillwater.review.Casework;
import health.stillwater.rulebook.PrescriberFacts;
import health.stillwater.rulebook.ProposalOutcome;
import health.stillwater.rulebook.ValueDraft;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Above 150 mg a session two physicians sign, once officers and the medical director say so. A
 * database of its own: they stay with it.
 */
@Import({SecondSignatureRoomTests.OwnDatabase.class, Forger.class})
class SecondSignatureRoomTests extends SigningRoom {

    private static final Actor MARSH =
            new Actor(Actor.Kind.COMPLIANCE, UUID.randomUUID(), null, "Wendeline Marsh");
    private static final Actor ADEYEMI =
            new Actor(Actor.Kind.COMPLIANCE, UUID.randomUUID(), null, "Tolu Adeyemi");

    /** 100 mg a session: what the protocol leaves to one physician. */
    private static final DecisionForm LITTLE =
            Forms.approvingBut(Map.of("unitsPerDose", "1", "quantity", "4"));

    private static final DecisionForm MORE =
            Forms.approvingBut(Map.of("unitsPerDose", "3", "quantity", "12"));

    static class OwnDatabase {}

    @Autowired SecondSignatures seconds;

    @Autowired Casework casework;

    @Autowired Forger forger;

    @BeforeEach
    void theProtocolAsksTwoAbove150() {
        if (!rulebook.setting("protocol.doses.depression.secondSignatureAboveMg")
                .now()
                .startsWith("150")) {
            var draft =
                    new ValueDraft(
                            "protocol.doses.depression.secondSignatureAboveMg",
                            "150",
                            LocalDate.parse("2026-11-24"),
                            "The medical director's protocol",
                            LocalDate.parse("2026-11-24"));
            var proposed = Actors.as(MARSH, () -> rulebook.propose(draft));
            var number = ((ProposalOutcome.Proposed) proposed).number();
            Actors.does(ADEYEMI, () -> rulebook.approve(number));
        }
    }

    @Test
    void aColleagueSignsExactlyThisAndThePrescriptionNamesIt() {
        var before = ledgerSize();
        asks();
        assertThat(stageOfCase()).contains(CaseStage.PAUSED);
        var asked = asked();
        assertThat(asked.text().mgPerSession()).isEqualTo("200");
        assertThat(asked.text().aboveMg()).isEqualTo("150");

        assertThat(signs(quill, asked)).isInstanceOf(SecondOutcome.Signed.class);
        comesBackToWhoAsked();
        var ready = ready(Forms.approving());
        var named = ready.text().second();
        assertThat(named).isNotNull();
        assertThat(named.physician()).isEqualTo(quill.toString());
        assertThat(sign(ready, freshFor(ready))).isInstanceOf(SigningOutcome.Signed.class);

        assertThat(ledgerSize()).isEqualTo(before + 2);
        var record = as(reyes, () -> prescribing.record(new DecisionId(ready.id())));
        assertThat(record.bundle())
                .contains("\"second\":{", "stillwater.second-evidence/1", asked.hash());
    }

    @Test
    void upToTheLimitOneSignatureIsEnough() {
        assertThat(outcome(LITTLE)).isInstanceOf(ReadyOutcome.Ready.class);
        assertThat(outcome(Forms.declining())).isInstanceOf(ReadyOutcome.Ready.class);
        assertThat(outcome(Forms.approving()))
                .isInstanceOfSatisfying(
                        ReadyOutcome.SecondNeeded.class,
                        needed -> assertThat(needed.aboveMg()).isEqualByComparingTo("150"));
    }

    @Test
    void itCountsForThisMedicineDoseAndAmountAlone() {
        asks();
        signs(quill, asked());
        comesBackToWhoAsked();

        assertThat(outcome(MORE)).isInstanceOf(ReadyOutcome.SecondNeeded.class);
        var longer = Map.of("daysSupply", "27");
        assertThat(outcome(Forms.but(Forms.approving(), longer)))
                .isInstanceOf(ReadyOutcome.SecondNeeded.class);
        assertThat(outcome(Forms.approving())).isInstanceOf(ReadyOutcome.Ready.class);
    }

    @Test
    void whoAsksDoesNotSignAndNobodySignsTwice() {
        asks();
        var asked = asked();
        assertThatThrownBy(() -> signs(reyes, asked)).isInstanceOf(Refusal.class);
        signs(quill, asked);
        assertThatThrownBy(() -> signs(quill, asked)).isInstanceOf(Refusal.class);
        comesBackToWhoAsked();
    }

    @Test
    void aColleagueWhoDoesNotAgreeSignsNothing() {
        asks();
        as(
                quill,
                () -> {
                    casework.giveOpinion(request, quill, false, "Too much at once.");
                    return true;
                });
        comesBackToWhoAsked();
        assertThat(outcome(Forms.approving())).isInstanceOf(ReadyOutcome.SecondNeeded.class);
        assertThat(asked(quill)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"silver", "old", "another text", "another person"})
    void onlyAFreshSecondFactorForThisTextSigns(String fault) {
        asks();
        var asked = asked();
        var now = clock.instant();
        var factor =
                switch (fault) {
                    case "silver" ->
                            new SecondFactor("silver", now, asked.nonce(), quill.toString());
                    case "old" ->
                            new SecondFactor(
                                    SecondFactor.LEVEL,
                                    now.minus(Duration.ofSeconds(121)),
                                    asked.nonce(),
                                    quill.toString());
                    case "another text" ->
                            new SecondFactor(SecondFactor.LEVEL, now, "nonce", quill.toString());
                    default ->
                            new SecondFactor(
                                    SecondFactor.LEVEL, now, asked.nonce(), reyes.toString());
                };
        assertThat(as(quill, () -> seconds.sign(asked.id(), quill, factor)))
                .isInstanceOf(SecondOutcome.FactorRefused.class);
        assertThat(stageOfCase()).contains(CaseStage.PAUSED);
    }

    @Test
    void theDatabaseTakesNoPrescriptionAboveItWithoutOne() {
        var needed = (ReadyOutcome.SecondNeeded) outcome(Forms.approving());
        assertThatThrownBy(() -> forger.signs(this, needed.text(), Forger.Otherwise.nothing()))
                .hasMessageContaining("asks a second signature");
        var invented =
                needed.text()
                        .with(
                                new SignedText.Second(
                                        UUID.randomUUID().toString(),
                                        quill.toString(),
                                        "Dr. Quill",
                                        clock.instant()));
        assertThatThrownBy(() -> forger.signs(this, invented, Forger.Otherwise.nothing()))
                .hasMessageContaining("is not one");
    }

    @Test
    void theDatabaseKeepsWhatWasSigned() {
        asks();
        signs(quill, asked());
        comesBackToWhoAsked();
        for (var deed :
                new String[] {
                    "update prescribing.second_signature set signed_at = now(), version = 7",
                    "delete from prescribing.second_signature"
                }) {
            assertThatThrownBy(
                            () ->
                                    as(
                                            quill,
                                            () ->
                                                    transaction.execute(
                                                            _ -> jdbc.sql(deed).update())))
                    .isInstanceOf(Exception.class);
        }
    }

    @Test
    void whoseSigningAccessWasRevokedSignsNoSecondEither() {
        asks();
        var asked = asked();
        var known = licensing.factsOf(quill);
        var they = Objects.requireNonNull(known.prescriber());
        var now = clock.instant();
        var revoked =
                new PrescriberFacts(
                        they.id(),
                        they.name(),
                        they.practiceState(),
                        they.licenses(),
                        they.deaRegistrations(),
                        they.cdsRegistrations(),
                        they.floridaProfile(),
                        new PrescriberFacts.Epcs(null, null, null, null, null, now, now),
                        they.specialRegistration(),
                        they.workload());
        doReturn(known.with(revoked)).when(licensing).factsOf(quill);

        assertThatThrownBy(() -> signs(quill, asked))
                .hasMessageContaining("signing access was revoked");
        assertThat(stageOfCase()).contains(CaseStage.PAUSED);
    }

    private ReadyOutcome outcome(DecisionForm form) {
        return as(reyes, () -> prescribing.readyToSign(request, reyes, fence, form));
    }

    private void asks() {
        assertThat(outcome(Forms.approving())).isInstanceOf(ReadyOutcome.SecondNeeded.class);
        assertThat(as(reyes, () -> seconds.ask(request, reyes, fence)))
                .isInstanceOf(ReadyOutcome.SecondNeeded.class);
    }

    /** The queue hears of the answer a moment later. */
    private void comesBackToWhoAsked() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> stageOfCase().equals(Optional.of(CaseStage.WAITING)));
        fence = claim(reyes);
    }

    private SecondRequest asked() {
        return asked(quill).orElseThrow();
    }

    /** What waits for a second signature, for whoever looks. */
    private Optional<SecondRequest> asked(PhysicianId physician) {
        return as(
                physician,
                () ->
                        casework.pausesOf(request, physician).stream()
                                .filter(pause -> pause.end().isEmpty())
                                .findFirst()
                                .flatMap(pause -> seconds.asked(pause.id(), physician)));
    }

    private SecondOutcome signs(PhysicianId physician, SecondRequest asked) {
        var factor =
                new SecondFactor(
                        SecondFactor.LEVEL, clock.instant(), asked.nonce(), physician.toString());
        return as(physician, () -> seconds.sign(asked.id(), physician, factor));
    }
}
