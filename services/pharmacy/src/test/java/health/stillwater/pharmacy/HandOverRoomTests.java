package health.stillwater.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.rulebook.Facts;
import health.stillwater.testing.Actors;
import health.stillwater.testing.TestClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.AssertablePublishedEvents;

class HandOverRoomTests extends OrdersRoom {

    @Test
    void aPaidPrescriptionIsHandedOverByASignedMessageThatNamesNobody(
            AssertablePublishedEvents published) {
        var order = sent();

        assertThat(outside.received(cedar.toString()))
                .singleElement()
                .satisfies(
                        received -> {
                            assertThat(received.id()).isEqualTo(order.toString());
                            assertThat(received.times()).isEqualTo(1);
                            assertThat(received.body())
                                    .contains("order.created", order.toString(), "a signed note")
                                    .doesNotContainIgnoringCase("delgado")
                                    .doesNotContainIgnoringCase("ketamine");
                        });
        assertThat(outside.refused()).isEmpty();
        assertThat(published).contains(OrderPlaced.class).matching(OrderPlaced::order, order);
        waitUntilAllNewsIsHeard();
        assertThat(snapshots(order, true)).isEqualTo(1);
    }

    @Test
    void aHandOffThatMetARuleChangeIsJudgedOnceThatIsOver() throws InterruptedException {
        when(prescribing.factsOf(any(), any())).thenReturn(Facts.none());
        isPaid();
        waitUntil(OrderStage.HELD);
        var order = id();
        when(prescribing.factsOf(any(), any()))
                .thenAnswer(asked -> everythingKnown(asked.getArgument(1)));
        var over = new CountDownLatch(1);
        var change = Thread.ofVirtual().start(() -> rulesChangeUntil(over));
        waitUntil(() -> count("granted and mode = 'ExclusiveLock'") == 1);

        var handOff =
                Thread.ofVirtual().start(() -> Actors.asTheProgram(() -> handOver.next(order)));
        waitUntil(() -> count("not granted") == 1);
        clock.passes(Duration.ofMinutes(1));
        over.countDown();
        change.join();
        handOff.join();

        assertThat(stage()).isEqualTo(OrderStage.SENDING);
        assertThat(judgedAt(order)).isEqualTo(TestClock.START.plus(Duration.ofMinutes(1)));
    }

    private Instant judgedAt(OrderId order) {
        var sql = "select judged_at from pharmacy.judgement where order_id = ? and allowed";
        return Actors.as(
                Actor.system("test"),
                () ->
                        transaction.execute(
                                _ ->
                                        jdbc.sql(sql)
                                                .param(order.value())
                                                .query(OffsetDateTime.class)
                                                .single()
                                                .toInstant()));
    }

    private void rulesChangeUntil(CountDownLatch over) {
        transaction.executeWithoutResult(
                _ -> {
                    jdbc.sql("select rulebook.open_for_change()").query().singleRow();
                    try {
                        over.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    /** Locks on the rules, as the database lists them. */
    private long count(String which) {
        return jdbc.sql(
                        "select count(*) from pg_locks where locktype = 'advisory' and classid = 7255 and "
                                + which)
                .query(Long.class)
                .single();
    }

    @Test
    void newsThatComesTwiceMakesOneOrder() {
        sent();

        isPaid();
        waitUntilAllNewsIsHeard();

        assertThat(as(Actors.patient(patient), () -> orders.of(patient))).hasSize(1);
        assertThat(timesTold()).isEqualTo(1);
    }

    @Test
    void anOrderWhoseReplyBrokeOffIsAskedAboutAndNotSentAgain() {
        outside.takesTheNextOrderAndBreaksTheReply();
        isPaid();
        waitUntil(OrderStage.SENT_UNKNOWN);
        assertThat(as(pharmacist(), () -> orders.ordersOf(cedar, ALL, false))).isEmpty();
        assertThat(patientReads()).isEqualTo("We are sending your prescription to the pharmacy.");

        clock.passes(Duration.ofSeconds(30));
        waitUntil(OrderStage.SENT);

        assertThat(timesTold()).isEqualTo(1);
    }

    @Test
    void anOrderThatASilentPharmacyNeverTookIsSentOnceItSaysSo() {
        outside.neverAnswersTheNextOrder(Duration.ofSeconds(3));
        isPaid();
        waitUntil(OrderStage.SENT_UNKNOWN);
        assertThat(timesTold()).isZero();

        clock.passes(Duration.ofSeconds(30));
        waitUntil(OrderStage.SENT);

        assertThat(timesTold()).isEqualTo(1);
        assertThat(snapshots(id(), true)).isEqualTo(2);
    }

    @Test
    void aPharmacyThatIsDownIsAskedUntilItAnswers() {
        outside.isDown();
        isPaid();
        waitUntil(OrderStage.SENT_UNKNOWN);
        for (int round = 0; round < 3; round++) {
            var before = executionTime();
            clock.passes(Duration.ofSeconds(30));
            waitUntil(() -> executionTime() > before);
            assertThat(stage()).isEqualTo(OrderStage.SENT_UNKNOWN);
        }

        outside.isUp();
        clock.passes(Duration.ofSeconds(30));
        waitUntil(OrderStage.SENT);

        assertThat(timesTold()).isEqualTo(1);
    }

    @Test
    void aWrongSecretIsTurnedAwayAndTheOrderWaitsForItsRepair() {
        var address = URI.create(outside.address() + "/" + cedar);
        knownAt(address, "whsec_b3RoZXJvdGhlcm90aGVyb3RoZXJvdGhlcg==");
        isPaid();
        waitUntil(OrderStage.HELD);
        assertThat(timesTold()).isZero();
        assertThat(patientReads()).contains("did not take your prescription");
        assertThat(heldBecause()).contains("401");

        knownAt(address, SECRET);
        clock.passes(Duration.ofMinutes(10));
        waitUntil(OrderStage.SENT);

        assertThat(timesTold()).isEqualTo(1);
    }

    @Test
    void theGateKeepsAnOrderHereUntilItsCheckPasses(AssertablePublishedEvents published) {
        elsewhere.aSuspendedPharmacy(clock.instant());
        isPaid();
        waitUntil(OrderStage.HELD);

        assertThat(timesTold()).isZero();
        assertThat(heldBecause()).contains("D32");
        assertThat(patientReads()).isEqualTo("We are choosing another pharmacy for you.");
        assertThat(snapshots(id(), false)).isEqualTo(1);
        assertThat(as(pharmacist(), () -> orders.ordersOf(cedar, ALL, false))).isEmpty();

        elsewhere.aPharmacy(clock.instant());
        clock.passes(Duration.ofMinutes(10));
        waitUntil(OrderStage.SENT);
        assertThat(timesTold()).isEqualTo(1);
        assertThat(snapshots(id(), true)).isEqualTo(1);
    }

    @Test
    void theGateIsAskedAgainBeforeAnOrderIsSentASecondTime() {
        outside.refusesTheNextOrder(503);
        isPaid();
        waitUntil(OrderStage.SENT_UNKNOWN);

        elsewhere.aSuspendedPharmacy(clock.instant());
        clock.passes(Duration.ofSeconds(30));
        waitUntil(OrderStage.HELD);

        assertThat(timesTold()).isZero();
    }

    @Test
    void afterACrashBetweenCallAndOutcomeThePharmacyIsAskedFirst() {
        elsewhere.aSuspendedPharmacy(clock.instant());
        isPaid();
        waitUntil(OrderStage.HELD);
        var order = id();
        elsewhere.aPharmacy(clock.instant());
        Actors.asTheProgram(() -> assertThat(handOver.next(order)).isInstanceOf(Move.Send.class));
        assertThat(stage()).isEqualTo(OrderStage.SENDING);

        Actors.asTheProgram(() -> assertThat(handOver.next(order)).isInstanceOf(Move.Ask.class));

        assertThat(stage()).isEqualTo(OrderStage.SENT_UNKNOWN);
    }

    private long executionTime() {
        return jdbc.sql(
                        "select coalesce(max(extract(epoch from execution_time)), 0)::bigint from events.scheduled_tasks"
                                + " where task_name = 'pharmacy.hand-over' and task_instance = ?")
                .param(id().toString())
                .query(Long.class)
                .single();
    }

    private String heldBecause() {
        return as(
                Actor.system("test"),
                () ->
                        transaction.execute(
                                _ ->
                                        jdbc.sql(
                                                        "select held_because from pharmacy.medication_order where id = ?")
                                                .param(id().value())
                                                .query(String.class)
                                                .single()));
    }

    private long snapshots(OrderId order, boolean allowed) {
        return as(
                Actor.system("test"),
                () ->
                        transaction.execute(
                                _ ->
                                        jdbc.sql(
                                                        "select count(*) from pharmacy.judgement where order_id = ? and allowed = ?")
                                                .params(order.value(), allowed)
                                                .query(Long.class)
                                                .single()));
    }
}
