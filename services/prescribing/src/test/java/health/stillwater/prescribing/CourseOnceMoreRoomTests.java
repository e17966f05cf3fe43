package health.stillwater.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.UsState;
import health.stillwater.prescribing.Forger.Otherwise;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/** A decision written past all Java keeps the course as well: the database looks for itself. */
@Import(Forger.class)
class CourseOnceMoreRoomTests extends SigningRoom {

    @Autowired Forger forger;

    private DecisionId first;
    private SignedText renewal;

    /** Prescribed, filled, nearly used up, and marked ready for the next supply. */
    @BeforeEach
    void aRenewalThatIsReady() {
        first = signed(Forms.approving());
        isFilled(first);
        clock.passes(Duration.ofDays(26));
        comesBack();
        renewal = ready(Forms.renewing(first)).text();
    }

    @Test
    void whatKeepsTheCourseIsTaken() {
        forger.signs(this, renewal, Otherwise.nothing());
        assertThat(decisions()).isEqualTo(2);
    }

    @Test
    void aSecondPrescriptionBesideOneInForceIsRefused() {
        assertRefused(
                Otherwise.verdict(PrescriberVerdict.APPROVE), "a prescription is in force already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RENEW", "CHANGE", "STOP"})
    void whatIsNotInForceIsNotRenewedChangedOrStopped(PrescriberVerdict verdict) {
        var medicine = verdict == PrescriberVerdict.STOP ? null : renewal.prescription();
        assertThatThrownBy(
                        () ->
                                forger.signs(
                                        this,
                                        without(medicine),
                                        new Otherwise(verdict, null, DecisionId.next(), null)))
                .rootCause()
                .hasMessageContaining("is not in force")
                .satisfies(_ -> assertThat(decisions()).isEqualTo(1));
    }

    @Test
    void aPrescriptionThatWasStoppedIsNotRenewed() {
        var stale = renewal;
        comesBack();
        signed(Forms.stopping(first));
        comesBack();
        renewal = again(stale.issueDate(), stale.prescription());
        assertRefused(Otherwise.nothing(), "is not in force");
    }

    @Test
    void aDecisionAboutSomebodyElseIsNotCorrected() {
        var foreign = first;
        aClaimedCase();
        var text = ready(Forms.declining()).text();
        assertThatThrownBy(() -> forger.signs(this, text, new Otherwise(null, null, null, foreign)))
                .rootCause()
                .hasMessageContaining("corrects a decision about somebody else");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 | 2 | 4 | 28 | 0 | 6 | a renewal keeps medicine and dose",
                "2.5 | 2 | 4 | 28 | 0 | 6 | a renewal keeps medicine and dose",
                "100 | 1 | 4 | 28 | 0 | 6 | a renewal keeps medicine and dose",
                "100 | 2 | 8 | 28 | 0 | 6 | a renewal keeps medicine and dose",
                "100 | 2 | 4 | 14 | 0 | 6 | a renewal keeps medicine and dose",
                "100 | 2 | 4 | 28 | 6 | 6 | beyond the limits of Schedule III",
                "100 | 2 | 4 | 28 | 0 | 7 | beyond the limits of Schedule III",
            })
    void aRenewalIsTheSameMedicineWithinTheLaw(
            String mg, int units, int doses, int days, int refills, int months, String why) {
        assertRefused(
                new Otherwise(null, written(mg, units, doses, days, refills, months), null, null),
                why);
    }

    @Test
    void aStrengthWrittenOtherwiseIsTheSameStrength() {
        forger.signs(
                this, renewal, new Otherwise(null, written("100.0", 2, 4, 28, 0, 6), null, null));
        assertThat(decisions()).isEqualTo(2);
    }

    @Test
    void aSupplyThatLastsIsNotDoubled() {
        clock.standsAt(clock.instant().minus(Duration.ofDays(1)));
        elsewhere.aPhysician(reyes, clock.instant(), UsState.FL);
        elsewhere.aPatientSeenBy(reyes, patient, request, clock.instant());
        renewal = on(LocalDate.parse("2026-12-19"));
        assertRefused(Otherwise.nothing(), "the supply so far lasts");
    }

    @Test
    void oneClaimMakesOneDecision() {
        var next = signed(Forms.renewing(first));
        assertThatThrownBy(
                        () ->
                                forger.signs(
                                        this,
                                        without(null),
                                        new Otherwise(PrescriberVerdict.DECLINE, null, null, next)))
                .rootCause()
                .hasMessageContaining("one_decision_per_claim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update prescribing.fill set days_supply = 1",
                "delete from prescribing.fill",
                "truncate prescribing.fill",
                "update prescribing.decision set supersedes = id",
                "update prescribing.decision set about = null",
            })
    void whatWasWrittenStays(String sql) {
        for (var actor : List.of(Actors.physician(reyes), Actor.system("test"))) {
            assertThatThrownBy(
                            () ->
                                    Actors.does(
                                            actor,
                                            () ->
                                                    transaction.executeWithoutResult(
                                                            _ -> jdbc.sql(sql).update())))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void nobodyButTheProgramWritesAFill() {
        for (var actor : List.of(Actors.physician(reyes), Actors.patient(patient))) {
            assertThatThrownBy(() -> Actors.does(actor, () -> insertsAFill(patient)))
                    .rootCause()
                    .hasMessageContaining("row-level security");
        }
        assertThatThrownBy(() -> Actors.asTheProgram(() -> insertsAFill(PatientId.next())))
                .rootCause()
                .hasMessageContaining("of no prescription of this patient");
    }

    private void insertsAFill(PatientId whose) {
        transaction.executeWithoutResult(
                _ ->
                        jdbc.sql(
                                        "insert into prescribing.fill (order_id, decision_id, patient_id, number,"
                                                + " filled_on, quantity, days_supply, at)"
                                                + " values (?, ?, ?, 1, '2026-11-24', 8, 28, now())")
                                .param(UUID.randomUUID())
                                .param(first.value())
                                .param(whose.value())
                                .update());
    }

    private void assertRefused(Otherwise otherwise, String why) {
        var before = decisions();
        assertThatThrownBy(() -> forger.signs(this, renewal, otherwise))
                .rootCause()
                .hasMessageContaining(why);
        assertThat(decisions()).isEqualTo(before);
    }

    private SignedText.Prescription written(
            String mg, int units, int doses, int days, int refills, int months) {
        var written = renewal.prescription();
        return new SignedText.Prescription(
                written.drug(),
                mg,
                written.form(),
                units,
                doses,
                units * doses,
                NumberWords.of(units * doses),
                days,
                refills,
                written.directions(),
                renewal.issueDate().plusMonths(months),
                written.pharmacy(),
                written.pharmacyName());
    }

    private SignedText without(SignedText.Prescription prescription) {
        return again(renewal.issueDate(), prescription);
    }

    private SignedText on(LocalDate day) {
        renewal = again(day, renewal.prescription());
        return again(day, written("100", 2, 4, 28, 0, 6));
    }

    private SignedText again(LocalDate day, SignedText.Prescription prescription) {
        return new SignedText(
                renewal.format(),
                renewal.decision(),
                renewal.request(),
                renewal.verdict(),
                renewal.reason(),
                renewal.words(),
                renewal.benefitRisk(),
                renewal.clinicalDifference(),
                renewal.patient(),
                renewal.prescriber(),
                prescription,
                day,
                renewal.zone(),
                renewal.statement(),
                renewal.about(),
                renewal.supersedes(),
                renewal.elsewhere(),
                renewal.second());
    }
}
