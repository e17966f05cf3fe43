package health.stillwater.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.Seen;
import health.stillwater.testing.Actors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.test.AssertablePublishedEvents;

class SignedForeverRoomTests extends SigningRoom {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update prescribing.decision set verdict = 'DECLINE', reason = 'NOT_INDICATED', pharmacy_id = null",
                "update prescribing.decision set shown = shown || ' '",
                "delete from prescribing.decision",
                "truncate prescribing.decision",
                "alter table prescribing.decision disable trigger all",
                "delete from prescribing.signing",
            })
    void theDatabaseChangesNothingThatWasSigned(String sql) {
        var decision = signed(Forms.approving());
        var before = as(reyes, () -> prescribing.record(decision));

        assertRefused(Actors.physician(reyes), sql);
        assertRefused(Actor.system("test"), sql);

        assertThat(as(reyes, () -> prescribing.record(decision))).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update prescribing.signing set shown = '{}', hash = encode(sha256('{}'), 'hex')",
                "update prescribing.signing set nonce = 'another'",
                "update prescribing.signing set fence = fence + 1",
                "update prescribing.signing set expires_at = expires_at + interval '1 day'",
            })
    void whatIsReadyToSignIsFrozen(String sql) {
        ready(Forms.approving());

        assertThatThrownBy(
                        () ->
                                Actors.does(
                                        Actors.physician(reyes),
                                        () -> run(sql + " where state = 'OPEN'")))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("is frozen");
    }

    @Test
    void whatWasUsedIsNotOpenedAgain() {
        signed(Forms.approving());

        assertThatThrownBy(
                        () ->
                                Actors.does(
                                        Actors.physician(reyes),
                                        () ->
                                                run(
                                                        "update prescribing.signing set state = 'OPEN' where state = 'USED'")))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("is frozen");
    }

    @Test
    void notEvenTheProgramWritesADecisionAndNobodyOneForAnother() {
        var ready = ready(Forms.approving());
        var evidence = RawDecision.evidenceOf(this, ready);

        for (var other : List.of(Actor.system("test"), Actors.physician(quill))) {
            assertThatThrownBy(
                            () ->
                                    Actors.does(
                                            other,
                                            () -> RawDecision.insert(this, ready, evidence, 0)))
                    .as(other.kind().name())
                    .rootCause()
                    .hasMessageContaining("row-level security");
        }
        assertThatThrownBy(
                        () ->
                                Actors.does(
                                        Actors.patient(patient),
                                        () -> RawDecision.insert(this, ready, evidence, 0)))
                .isInstanceOf(DataAccessException.class);
        assertThat(decisions()).isZero();
        Actors.does(Actors.physician(reyes), () -> RawDecision.insert(this, ready, evidence, 0));
        assertThat(decisions()).isEqualTo(1);
    }

    @Test
    void theDatabaseItselfWantsAFreshFactorForThatVeryText() {
        var ready = ready(Forms.approving());
        var evidence = RawDecision.evidenceOf(this, ready);

        assertThatThrownBy(
                        () ->
                                Actors.does(
                                        Actors.physician(reyes),
                                        () -> RawDecision.insert(this, ready, evidence, 121)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("not fresh");
        as(reyes, () -> prescribing.readyToSign(request, reyes, fence, Forms.declining()));
        assertThatThrownBy(
                        () ->
                                Actors.does(
                                        Actors.physician(reyes),
                                        () -> RawDecision.insert(this, ready, evidence, 0)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("not what was ready to sign");
    }

    @Test
    void aPatientReadsTheirOwnDecisionsAndNoOthers() {
        var decision = signed(Forms.approving());
        var stranger = Actors.patient(PatientId.next());

        assertThat(Actors.as(Actors.patient(patient), () -> prescribing.decisionsOf(patient)))
                .extracting(DecisionView::id)
                .containsExactly(decision);
        assertThat(Actors.as(stranger, () -> prescribing.decisionsOf(patient))).isEmpty();
        assertThatThrownBy(() -> Actors.as(stranger, () -> prescribing.record(decision)))
                .isInstanceOf(Refusal.Missing.class);
        long seen =
                Actors.as(
                        stranger,
                        () ->
                                transaction.execute(
                                        _ ->
                                                jdbc.sql(
                                                                "select count(*) from prescribing.decision")
                                                        .query(Long.class)
                                                        .single()));
        assertThat(seen).isZero();
    }

    @Test
    void aPrescriptionIsReadByItsOwnPharmacyAndTheRecordByNone() {
        var decision = signed(Forms.approving());
        var ours = Actors.pharmacist(elsewhere.pharmacy());
        var foreign = Actors.pharmacist(PharmacyId.next());

        var prescription = Actors.as(ours, () -> prescribing.prescription(decision));
        assertThat(prescription.quantity()).isEqualTo(8);
        assertThat(prescription.quantityWords()).isEqualTo("eight");
        assertThat(prescription.refills()).isZero();
        assertThatThrownBy(() -> Actors.as(foreign, () -> prescribing.prescription(decision)))
                .isInstanceOf(Refusal.Missing.class);
        for (var other :
                List.of(ours, foreign, Actors.physician(quill), Actors.staff(Actor.Kind.BILLING))) {
            assertThatThrownBy(() -> Actors.as(other, () -> prescribing.record(decision)))
                    .as(other.kind().name())
                    .isInstanceOf(Refusal.Missing.class);
        }
    }

    @Test
    void aDeclineHasNoPrescription() {
        var decision = signed(Forms.declining());

        assertThatThrownBy(() -> as(reyes, () -> prescribing.prescription(decision)))
                .isInstanceOf(Refusal.Missing.class);
    }

    @Test
    void complianceReadsTheRecordAndLeavesATrace(AssertablePublishedEvents published) {
        var decision = signed(Forms.approving());

        var record =
                Actors.as(Actors.staff(Actor.Kind.COMPLIANCE), () -> prescribing.record(decision));

        assertThat(record.decision().physician()).isEqualTo(reyes);
        assertThat(published).contains(Seen.class).matching(Seen::about, "decision " + decision);
    }

    private void assertRefused(Actor actor, String sql) {
        assertThatThrownBy(() -> Actors.does(actor, () -> run(sql)))
                .as(sql)
                .isInstanceOf(DataAccessException.class);
    }

    private void run(String sql) {
        transaction.executeWithoutResult(_ -> jdbc.sql(sql).update());
    }
}
