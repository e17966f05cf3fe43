package health.stillwater.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import health.stillwater.billing.RefundReason;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.Seen;
import health.stillwater.review.FollowUpReason;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.test.AssertablePublishedEvents;

class OrderRoomTests extends OrdersRoom {

    @Test
    void anOrderIsAcceptedCompoundedShippedAndDelivered(AssertablePublishedEvents published) {
        var order = sent();
        var shippedAt = clock.instant().plus(Duration.ofHours(2));

        does(() -> orders.accept(order, cedar));
        does(() -> orders.startCompounding(order, cedar));
        clock.standsAt(shippedAt);
        does(() -> orders.ship(order, cedar, "UPS", " 1Z999 "));
        assertThat(patientReads()).isEqualTo("Your package is on its way.");
        clock.passes(Duration.ofDays(2));
        var deliveredAt = clock.instant().minus(Duration.ofHours(1));
        does(() -> orders.deliver(order, cedar, deliveredAt));

        var view = as(pharmacist(), () -> orders.order(order, cedar));
        assertThat(view.shipment()).isEqualTo(new Shipment("UPS", "1Z999", shippedAt, deliveredAt));
        assertThat(view.next()).isEmpty();
        assertThat(view.history())
                .extracting(OrderView.Step::stage)
                .containsExactly(
                        OrderStage.PLANNED,
                        OrderStage.SENDING,
                        OrderStage.SENT,
                        OrderStage.ACCEPTED,
                        OrderStage.COMPOUNDING,
                        OrderStage.SHIPPED,
                        OrderStage.DELIVERED);
        assertThat(view.history().getLast().by()).isEqualTo("a pharmacist");
        assertThat(published).contains(OrderAccepted.class).matching(OrderAccepted::order, order);
        assertThat(published).contains(OrderShipped.class).matching(OrderShipped::order, order);
        assertThat(published)
                .contains(OrderDelivered.class)
                .matching(OrderDelivered::at, deliveredAt);
    }

    @Test
    void theOrderSaysWhatWasSigned() {
        var order = sent();

        var view = as(pharmacist(), () -> orders.order(order, cedar));

        assertThat(view.prescribed().quantity()).isEqualTo("8");
        assertThat(view.prescribed().quantityInWords()).isEqualTo("eight");
        assertThat(view.recipient().name()).isEqualTo("Rosa Delgado");
        assertThat(view.signed())
                .isEqualTo(new SignedRecord(decision.value(), 7, "ab".repeat(32), "a signed note"));
    }

    @Test
    void aRefusalOpensAFollowUpAndOwesARefundOnce() {
        var order = sent();

        does(
                () ->
                        orders.refuse(
                                order, cedar, RefusalReason.CLINICAL_CONCERN, "Takes phenelzine."));
        waitUntilAllNewsIsHeard();
        happens(new OrderRefused(order, request, patient, clock.instant()));
        waitUntilAllNewsIsHeard();

        verify(review, times(1))
                .openFollowUp(
                        eq(patient),
                        eq(FollowUpReason.PHARMACY_REFUSED),
                        contains("Takes phenelzine."));
        verify(billing, times(1)).oweRefund(patient, RefundReason.PHARMACY_REJECT);
        assertThat(patientReads()).contains("we owe you a refund");
        var rejection = as(pharmacist(), () -> orders.order(order, cedar)).rejection();
        assertThat(Objects.requireNonNull(rejection).reason())
                .isEqualTo(RefusalReason.CLINICAL_CONCERN);
        assertOvertaken(() -> orders.accept(order, cedar));
    }

    @Test
    void anotherReasonIsSaidInASentence() {
        var order = sent();

        assertThatThrownBy(() -> does(() -> orders.refuse(order, cedar, RefusalReason.OTHER, "  ")))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThat(stage()).isEqualTo(OrderStage.SENT);
        verify(billing, never()).oweRefund(any(), any());
    }

    @Test
    void everyStageHasItsTurn() {
        var order = sent();
        assertOvertaken(() -> orders.startCompounding(order, cedar));
        assertOvertaken(() -> orders.ship(order, cedar, "UPS", "1Z999"));
        assertOvertaken(() -> orders.deliver(order, cedar, clock.instant()));
        does(() -> orders.accept(order, cedar));
        assertOvertaken(() -> orders.accept(order, cedar));
        does(() -> orders.startCompounding(order, cedar));
        assertThatThrownBy(() -> does(() -> orders.ship(order, cedar, "UPS", " ")))
                .isInstanceOf(Refusal.Forbidden.class);
        does(() -> orders.ship(order, cedar, "UPS", "1Z999"));

        for (var when : List.of(clock.instant().minusSeconds(1), clock.instant().plusSeconds(1))) {
            assertThatThrownBy(() -> does(() -> orders.deliver(order, cedar, when)))
                    .isInstanceOf(Refusal.Forbidden.class);
        }
        assertThat(stage()).isEqualTo(OrderStage.SHIPPED);
    }

    @Test
    void anotherPharmacysOrderIsMissing() {
        var order = sent();
        var foreign = PharmacyId.next();

        for (var claimed : List.of(foreign, cedar)) {
            for (var deed :
                    List.<Runnable>of(
                            () -> orders.order(order, claimed),
                            () -> orders.accept(order, claimed),
                            () -> orders.startCompounding(order, claimed),
                            () -> orders.ship(order, claimed, "UPS", "1Z999"),
                            () -> orders.deliver(order, claimed, clock.instant()),
                            () ->
                                    orders.refuse(
                                            order, claimed, RefusalReason.CANNOT_COMPOUND, ""))) {
                assertThatThrownBy(() -> Actors.does(Actors.pharmacist(foreign), deed))
                        .isInstanceOf(Refusal.Missing.class);
            }
            assertThat(as(Actors.pharmacist(foreign), () -> orders.ordersOf(claimed, ALL, false)))
                    .isEmpty();
            assertThat(as(Actors.pharmacist(foreign), () -> orders.countsOf(claimed))).isEmpty();
        }
        assertThatThrownBy(() -> does(() -> orders.accept(order, foreign)))
                .isInstanceOf(Refusal.Missing.class);
        assertThat(stage()).isEqualTo(OrderStage.SENT);
    }

    @Test
    void onlyThePatientAndTheirPharmacySeeAnOrderAndNobodyOfThemTheJudgement() {
        sent();

        for (var table :
                List.of("pharmacy.medication_order", "pharmacy.order_step", "pharmacy.judgement")) {
            var sql = "select count(*) from " + table;
            for (var other :
                    List.of(
                            Actors.patient(PatientId.next()),
                            Actors.pharmacist(PharmacyId.next()),
                            Actors.staff(Actor.Kind.BILLING),
                            Actor.NOBODY)) {
                assertThat(count(other, sql)).as(other.kind() + " in " + table).isZero();
            }
        }
        assertThat(count(Actors.patient(patient), "select count(*) from pharmacy.medication_order"))
                .isEqualTo(1);
        assertThat(count(pharmacist(), "select count(*) from pharmacy.medication_order"))
                .isEqualTo(1);
        assertThat(count(pharmacist(), "select count(*) from pharmacy.judgement")).isZero();
        assertThat(as(Actors.patient(PatientId.next()), () -> orders.of(patient))).isEmpty();
    }

    @Test
    void everyLookByAPharmacistLeavesATrace(AssertablePublishedEvents published) {
        var order = sent();

        assertThat(as(pharmacist(), () -> orders.ordersOf(cedar, ALL, false))).hasSize(1);
        assertThat(as(pharmacist(), () -> orders.countsOf(cedar)))
                .containsExactly(Map.entry(OrderStage.SENT, 1L));
        as(pharmacist(), () -> orders.order(order, cedar));

        assertThat(published)
                .contains(Seen.class)
                .matching(Seen::about, "order list, order " + order);
        assertThat(published).contains(Seen.class).matching(Seen::about, "order " + order);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update pharmacy.medication_order set prescribed_quantity = '80'",
                "update pharmacy.medication_order set recipient_address = 'elsewhere'",
                "update pharmacy.medication_order set signed_hash = 'another'",
                "delete from pharmacy.medication_order",
                "update pharmacy.order_step set by_whom = 'somebody'",
                "delete from pharmacy.order_step",
                "update pharmacy.judgement set allowed = true",
                "delete from pharmacy.judgement",
            })
    void whatWasSignedAndWhatHappenedStays(String sql) {
        sent();

        for (var actor : List.of(pharmacist(), Actor.system("test"))) {
            assertThatThrownBy(
                            () ->
                                    Actors.does(
                                            actor,
                                            () ->
                                                    transaction.executeWithoutResult(
                                                            _ -> jdbc.sql(sql).update())))
                    .as(actor.kind().name())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void theDatabaseBringsNoRefusedOrderBack() {
        var order = sent();
        does(() -> orders.refuse(order, cedar, RefusalReason.CANNOT_COMPOUND, ""));

        assertThatThrownBy(
                        () ->
                                does(
                                        () ->
                                                transaction.executeWithoutResult(
                                                        _ ->
                                                                jdbc.sql(
                                                                                "update pharmacy.medication_order set stage = 'SENT', rejection_reason = null"
                                                                                        + " where stage = 'REFUSED'")
                                                                        .update())))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("has ended");
    }

    private void does(Runnable work) {
        Actors.does(pharmacist(), work);
    }

    private void assertOvertaken(Runnable deed) {
        ThrowingCallable done = () -> does(deed);
        assertThatThrownBy(done).isInstanceOf(Refusal.Overtaken.class);
    }
}
