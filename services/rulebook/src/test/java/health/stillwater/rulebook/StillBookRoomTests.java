package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.stillwater.rulebook.KillSwitch.Scope;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

/** While somebody acts on a judgement, the book stands still. */
class StillBookRoomTests extends BookRoom {

    @Test
    void aChangeThatComesLaterWaitsUntilWhoeverJudgedIsDone() throws Exception {
        var number = proposesValue(MARSH, "consentMonths", "6", today());
        assertThatWaits(() -> rulebook.approve(number));
        assertThat(rulebook.setting("consentMonths").now()).isEqualTo("6 months");
    }

    @Test
    void aKillSwitchThatComesLaterWaitsUntilWhoeverJudgedIsDone() throws Exception {
        assertThatWaits(
                () ->
                        rulebook.stop(
                                new NewKillSwitch(Scope.EVERYTHING, null, "Everything", "Why")));
        assertThat(verdict("D39", Moment.SIGNING, Facts.none()).answer()).isEqualTo(Answer.FAIL);
    }

    @Test
    void aMigrationThatComesLaterWaitsToo() throws Exception {
        assertThatWaits(
                () -> {
                    try {
                        asTheOwner(
                                List.of(
                                        "insert into rulebook.row select * from rulebook.row where false"));
                    } catch (java.sql.SQLException refused) {
                        throw new AssertionError(refused);
                    }
                });
    }

    private void assertThatWaits(Runnable change) throws Exception {
        var judged = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var acting =
                    pool.submit(
                            () ->
                                    transaction.execute(
                                            _ -> {
                                                var before = held();
                                                judged.countDown();
                                                awaited(done);
                                                return before.equals(held());
                                            }));
            awaited(judged);
            var changing = pool.submit(() -> Actors.does(ADEYEMI, change));
            await().atMost(Duration.ofSeconds(10)).until(this::somebodyWaits);
            assertThat(changing.isDone()).isFalse();
            done.countDown();
            assertThat(acting.get(10, TimeUnit.SECONDS)).isTrue();
            changing.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aChangeThatCameFirstIsInTheBookOfWhoeverWaitedForIt() throws Exception {
        var thrown = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        held(); // a copy of the book from before
        try (var pool = Executors.newFixedThreadPool(2)) {
            var changing =
                    pool.submit(
                            () ->
                                    Actors.does(
                                            MARSH,
                                            () ->
                                                    transaction.executeWithoutResult(
                                                            _ -> {
                                                                rulebook.stop(
                                                                        new NewKillSwitch(
                                                                                Scope.EVERYTHING,
                                                                                null,
                                                                                "Everything",
                                                                                "Why"));
                                                                thrown.countDown();
                                                                awaited(done);
                                                            })));
            awaited(thrown);
            var judging =
                    pool.submit(
                            () ->
                                    transaction.execute(
                                            _ -> {
                                                rulebook.holdStill();
                                                return held();
                                            }));
            await().atMost(Duration.ofSeconds(10)).until(this::somebodyWaits);
            assertThat(judging.isDone()).isFalse();
            done.countDown();
            changing.get(10, TimeUnit.SECONDS);
            assertThat(judging.get(10, TimeUnit.SECONDS)).isEqualTo(Answer.FAIL);
        }
    }

    @Test
    void aChangeThatWasTakenBackIsInNobodysBook() {
        Actors.does(
                MARSH,
                () ->
                        transaction.executeWithoutResult(
                                status -> {
                                    rulebook.stop(
                                            new NewKillSwitch(
                                                    Scope.EVERYTHING, null, "Everything", "Why"));
                                    assertThat(held()).isEqualTo(Answer.FAIL);
                                    status.setRollbackOnly();
                                }));
        assertThat(held()).isEqualTo(Answer.PASS);
        var number =
                as(
                        MARSH,
                        () ->
                                rulebook.stop(
                                        new NewKillSwitch(Scope.STATE, "NJ", "New Jersey", "Why")));
        assertThat(rulebook.switches()).extracting(KillSwitch::number).containsExactly(number);
    }

    @Test
    void toHoldItStillTakesATransaction() {
        assertThatThrownBy(rulebook::holdStill)
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private Answer held() {
        return verdict("D39", Moment.SIGNING, Facts.none()).answer();
    }

    private boolean somebodyWaits() {
        return jdbc.sql(
                                "select count(*) from pg_locks where locktype = 'advisory' and not granted"
                                        + " and database = (select oid from pg_database where datname = current_database())")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(15, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
