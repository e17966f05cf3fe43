package health.stillwater.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import health.stillwater.kernel.Actor;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.PrescriptionEnded;
import health.stillwater.prescribing.PrescriptionEnded.How;
import health.stillwater.review.FollowUpReason;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** A pharmacy's own system learns that an order it has must not be dispensed. */
class CancellationRoomTests extends OrdersRoom {

    private static final String CANCELED = "order.canceled";
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Test
    void itIsToldOnceUnderAnIdOfItsOwn(AssertablePublishedEvents published) {
        var order = sent();
        ends();
        waitUntil(() -> isKnown(order));

        assertThat(outside.received(cedar.toString()))
                .filteredOn(message -> message.type().equals(CANCELED))
                .singleElement()
                .satisfies(
                        message -> {
                            assertThat(message.id()).isNotEqualTo(order.toString());
                            assertThat(message.times()).isEqualTo(1);
                            assertThat(message.body())
                                    .contains(order.toString())
                                    .doesNotContainIgnoringCase("delgado")
                                    .doesNotContainIgnoringCase("ketamine");
                        });
        assertThat(published)
                .contains(CancellationTold.class)
                .matching(CancellationTold::order, order);
        waitUntilAllNewsIsHeard();
        verify(review, never()).openFollowUp(any(), any(), any());
    }

    @Test
    void anAnswerThatBreaksOffIsAskedAfterAndNothingIsToldTwice() {
        var order = sent();
        outside.takesTheNextOrderAndBreaksTheReply();
        ends();
        waitUntil(() -> stageOf(order).equals("UNKNOWN"));
        waitUntil(() -> isKnown(order));
        assertThat(timesTold(CANCELED)).isEqualTo(1);
    }

    @Test
    void whatCertainlyDidNotArriveIsToldAgain() {
        var order = sent();
        outside.refusesTheNextOrder(401);
        ends();
        waitUntil(() -> isKnown(order));
        assertThat(timesTold(CANCELED)).isEqualTo(1);
    }

    @Test
    void aSilentPharmacyBringsSomebodyToTheTelephoneOnce() {
        var order = sent();
        outside.isDown();
        ends();
        waitUntil(() -> stageOf(order).equals("UNKNOWN"));
        verify(review, never()).openFollowUp(any(), any(), any());

        clock.passes(TEN_MINUTES);
        waitUntil(() -> humanTold(order));
        clock.passes(TEN_MINUTES);
        outside.isUp();
        waitUntil(() -> isKnown(order));

        verify(review, times(1))
                .openFollowUp(
                        eq(patient),
                        eq(FollowUpReason.PHARMACY_NOT_TOLD),
                        contains("must not be dispensed"));
        assertThat(timesTold(CANCELED)).isEqualTo(1);
    }

    @Test
    void theDatabaseKeepsWhatWasTold() {
        var order = sent();
        assertThatThrownBy(
                        () ->
                                written(
                                        "insert into pharmacy.cancellation (order_id, message, patient_id, stage,"
                                                + " planned_at, since, human_told, version) values (?, gen_random_uuid(), ?,"
                                                + " 'PLANNED', now(), now(), false, 0)",
                                        order.value(),
                                        patient.value()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("is not canceled");
        ends();
        waitUntil(() -> isKnown(order));
        for (var change : List.of("stage = 'PLANNED'", "message = gen_random_uuid()")) {
            assertThatThrownBy(
                            () ->
                                    written(
                                            "update pharmacy.cancellation set "
                                                    + change
                                                    + " where order_id = ?",
                                            order.value()))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("what was told stays told");
        }
        assertThat(count(pharmacist(), "select count(*) from pharmacy.cancellation")).isZero();
    }

    private void ends() {
        happens(
                new PrescriptionEnded(
                        decision, DecisionId.next(), How.CHANGED, patient, reyes, clock.instant()));
    }

    private boolean isKnown(OrderId order) {
        return stageOf(order).equals("TOLD");
    }

    private boolean humanTold(OrderId order) {
        return read("select human_told::text from pharmacy.cancellation where order_id = ?", order)
                .equals("true");
    }

    private String stageOf(OrderId order) {
        return read("select stage from pharmacy.cancellation where order_id = ?", order);
    }

    private String read(String sql, OrderId order) {
        return as(
                Actor.system("test"),
                () ->
                        transaction.execute(
                                _ ->
                                        jdbc.sql(sql)
                                                .param(order.value())
                                                .query(String.class)
                                                .optional()
                                                .orElse("")));
    }

    private void written(String sql, Object... parameters) {
        Actors.asTheProgram(
                () ->
                        transaction.executeWithoutResult(
                                _ -> jdbc.sql(sql).params(parameters).update()));
    }
}
