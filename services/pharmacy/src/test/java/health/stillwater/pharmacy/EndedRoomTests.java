package health.stillwater.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.billing.RefundReason;
import health.stillwater.kernel.Refusal;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.Filled;
import health.stillwater.prescribing.PrescriptionEnded;
import health.stillwater.prescribing.PrescriptionEnded.How;
import health.stillwater.testing.Actors;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What a physician ends is not filled; what was filled is told. */
class EndedRoomTests extends OrdersRoom {

    private static final int A_WHILE = 30_000;

    @Test
    void anOrderThePharmacyHasIsCanceledAndItsMoneyOwed() {
        var order = sent();

        ends(How.STOPPED);

        waitUntil(() -> stage() == OrderStage.CANCELED);
        verify(billing, timeout(A_WHILE)).oweRefund(patient, RefundReason.TREATMENT_STOPPED);
        assertThat(patientReads()).contains("Nothing is sent to you");
        assertThatThrownBy(
                        () ->
                                Actors.does(
                                        Actors.pharmacist(cedar),
                                        () -> orders.accept(order, cedar)))
                .isInstanceOf(Refusal.Overtaken.class);
        assertThatThrownBy(() -> becomes("SENT"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("has ended");
    }

    @Test
    void whatIsReplacedIsCanceledAndOwesNothing() {
        sent();
        ends(How.CHANGED);
        waitUntil(() -> stage() == OrderStage.CANCELED);
        verify(billing, never()).oweRefund(any(), any());
    }

    @Test
    void anOrderThatWasNotSentNeverIs() {
        when(prescribing.holds(decision)).thenReturn(false);
        isPaid();
        waitUntil(() -> stage() == OrderStage.WITHDRAWN);
        assertThat(timesTold()).isZero();
    }

    @Test
    void anOrderThatIsBeingSentEndsWhenItHasArrived() {
        outside.takesTheNextOrderAndBreaksTheReply();
        isPaid();
        waitUntil(() -> stage() == OrderStage.SENT_UNKNOWN);
        when(prescribing.holds(decision)).thenReturn(false);
        ends(How.STOPPED);
        waitUntil(() -> stage() == OrderStage.CANCELED);
        assertThat(timesTold()).isEqualTo(1);
    }

    @Test
    void whatLeftThePharmacyIsToldAsAFillAndNotCalledBack() {
        var order = shipped();
        verify(prescribing, timeout(A_WHILE))
                .filled(new Filled(decision, order.value(), LocalDate.parse("2026-11-24"), 8, 28));
        ends(How.STOPPED);
        assertThat(stage()).isEqualTo(OrderStage.SHIPPED);
    }

    private OrderId shipped() {
        var order = sent();
        var pharmacist = Actors.pharmacist(cedar);
        Actors.does(pharmacist, () -> orders.accept(order, cedar));
        Actors.does(pharmacist, () -> orders.startCompounding(order, cedar));
        Actors.does(pharmacist, () -> orders.ship(order, cedar, "UPS", "1Z999AA10123456784"));
        return order;
    }

    private void ends(How how) {
        happens(
                new PrescriptionEnded(
                        decision, DecisionId.next(), how, patient, reyes, clock.instant()));
    }

    private void becomes(String stage) {
        Actors.asTheProgram(
                () ->
                        transaction.executeWithoutResult(
                                _ ->
                                        jdbc.sql(
                                                        "update pharmacy.medication_order set stage = ? where decision_id = ?")
                                                .params(stage, decision.value())
                                                .update()));
    }
}
