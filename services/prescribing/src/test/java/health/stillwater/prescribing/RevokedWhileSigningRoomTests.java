package health.stillwater.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.stillwater.kernel.Actor;
import health.stillwater.rulebook.KillSwitch;
import health.stillwater.rulebook.KillSwitch.Said;
import health.stillwater.rulebook.KillSwitch.Scope;
import health.stillwater.rulebook.NewKillSwitch;
import health.stillwater.rulebook.ProposalOutcome;
import health.stillwater.rulebook.ValueDraft;
import health.stillwater.rulebook.Verdict;
import health.stillwater.testing.Actors;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;

/**
 * Two threads, one signing and one revoking, with the revocation placed at each step: a rule that
 * is edited, or a kill switch. There is no signature after it.
 */
class RevokedWhileSigningRoomTests extends SigningRoom {

    @Value("${spring.datasource.url}")
    String database;

    private static final Actor MARSH =
            new Actor(Actor.Kind.COMPLIANCE, UUID.randomUUID(), null, "Wendeline Marsh");
    private static final Actor ADEYEMI =
            new Actor(Actor.Kind.COMPLIANCE, UUID.randomUUID(), null, "Tolu Adeyemi");

    /** What can happen to the rules while somebody signs, and which row then stops. */
    private enum Revocation {
        KILL_SWITCH("D39"),
        EDITED_RULE("D03");

        private final String row;

        Revocation(String row) {
            this.row = row;
        }
    }

    private ExecutorService pool;
    private SigningRequest ready;

    @BeforeEach
    void twoThreads() {
        pool = Executors.newFixedThreadPool(3);
        ready = ready(Forms.approving());
    }

    @AfterEach
    void theRulesAreAsTheyWere() {
        pool.close();
        rulebook.switches().stream()
                .filter(KillSwitch::stops)
                .forEach(each -> says(ADEYEMI, each.number(), Said.LIFTED));
        if (rulebook.setting("launchedStates").now().equals("NJ")) {
            approves(proposed("FL, NJ"));
        }
    }

    /** Ready for its last step; taking it is what revokes. */
    private Runnable prepared(Revocation revocation) {
        return switch (revocation) {
            case KILL_SWITCH ->
                    () ->
                            Actors.does(
                                    MARSH,
                                    () ->
                                            rulebook.stop(
                                                    new NewKillSwitch(
                                                            Scope.PHYSICIAN,
                                                            reyes.toString(),
                                                            "Dr. Reyes",
                                                            "A complaint")));
            case EDITED_RULE -> {
                var proposal = proposed("NJ");
                yield () -> approves(proposal);
            }
        };
    }

    private long proposed(String states) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("America/New_York"));
        var outcome =
                Actors.as(
                        MARSH,
                        () ->
                                rulebook.propose(
                                        new ValueDraft(
                                                "launchedStates", states, today, "Why", null)));
        return ((ProposalOutcome.Proposed) outcome).number();
    }

    private void approves(long proposal) {
        Actors.does(ADEYEMI, () -> rulebook.approve(proposal));
    }

    private void says(Actor officer, long number, Said said) {
        Actors.does(officer, () -> rulebook.say(number, said, "Over"));
    }

    private Future<SigningOutcome> signs() {
        var factor = freshFor(ready);
        return pool.submit(() -> sign(ready, factor));
    }

    private void assertStopped(SigningOutcome outcome, Revocation revocation) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SigningOutcome.Stopped.class,
                        stopped ->
                                assertThat(stopped.judgement().stops())
                                        .extracting(Verdict::row)
                                        .containsExactly(revocation.row));
        assertThat(decisions()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"KILL_SWITCH", "EDITED_RULE"})
    void beforeTheSecondFactor(Revocation revocation) throws Exception {
        prepared(revocation).run();
        assertStopped(signs().get(10, TimeUnit.SECONDS), revocation);
    }

    /** The signer has begun and waits for a lock of its own; the revocation commits meanwhile. */
    @ParameterizedTest
    @CsvSource({"KILL_SWITCH,text", "KILL_SWITCH,case", "EDITED_RULE,text", "EDITED_RULE,case"})
    void whileTheSignerWaitsForWhatItSigns(Revocation revocation, String step) throws Exception {
        var revokes = prepared(revocation);
        var lock =
                step.equals("text")
                        ? "select 1 from prescribing.signing where id = '"
                                + ready.id()
                                + "' for update"
                        : "select 1 from review.review_case where id = '"
                                + request
                                + "' for update";
        var signing =
                whileHeld(
                        lock,
                        () -> {
                            var waiting = signs();
                            awaitSomebodyWaiting();
                            revokes.run();
                            return waiting;
                        });
        assertStopped(signing.get(10, TimeUnit.SECONDS), revocation);
    }

    /** The revocation has the rules and has not committed: the signer waits for it, then obeys. */
    @ParameterizedTest
    @CsvSource({"KILL_SWITCH", "EDITED_RULE"})
    void whileTheRevocationIsUnderWay(Revocation revocation) throws Exception {
        var revokes = prepared(revocation);
        var revoked = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var revoking =
                pool.submit(
                        () ->
                                Actors.does(
                                        revocation == Revocation.KILL_SWITCH ? MARSH : ADEYEMI,
                                        () ->
                                                transaction.executeWithoutResult(
                                                        _ -> {
                                                            revokes.run();
                                                            revoked.countDown();
                                                            awaited(goOn);
                                                        })));
        awaited(revoked);
        var signing = signs();
        awaitSomebodyWaiting();
        assertThat(signing.isDone()).isFalse();
        goOn.countDown();
        revoking.get(10, TimeUnit.SECONDS);
        assertStopped(signing.get(10, TimeUnit.SECONDS), revocation);
    }

    /** The signer was judged and is writing: the revocation waits until the signature stands. */
    @ParameterizedTest
    @CsvSource({"KILL_SWITCH", "EDITED_RULE"})
    void whileTheSignatureIsWritten(Revocation revocation) throws Exception {
        var revokes = prepared(revocation);
        var revoking = new Future<?>[1];
        var signing =
                whileHeld(
                        "lock table ledger.leaf in share mode",
                        () -> {
                            var writing = signs();
                            awaitSomebodyWaiting();
                            revoking[0] = pool.submit(revokes);
                            awaitWaiting(2);
                            assertThat(revoking[0].isDone()).isFalse();
                            return writing;
                        });
        assertThat(signing.get(10, TimeUnit.SECONDS)).isInstanceOf(SigningOutcome.Signed.class);
        revoking[0].get(10, TimeUnit.SECONDS);
        assertThat(decisions()).isEqualTo(1);
    }

    /** A revocation that was taken back stops nobody. */
    @Test
    void aRevocationThatDoesNotHappenStopsNobody() throws Exception {
        var revoked = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var revokes = prepared(Revocation.KILL_SWITCH);
        var revoking =
                pool.submit(
                        () ->
                                Actors.does(
                                        MARSH,
                                        () ->
                                                transaction.executeWithoutResult(
                                                        status -> {
                                                            revokes.run();
                                                            status.setRollbackOnly();
                                                            revoked.countDown();
                                                            awaited(goOn);
                                                        })));
        awaited(revoked);
        var signing = signs();
        awaitSomebodyWaiting();
        goOn.countDown();
        revoking.get(10, TimeUnit.SECONDS);
        assertThat(signing.get(10, TimeUnit.SECONDS)).isInstanceOf(SigningOutcome.Signed.class);
    }

    /** Does something while the owner of the tables holds a lock the signer needs. */
    private <T> T whileHeld(String lock, Callable<T> work) throws Exception {
        try (var owner =
                        DriverManager.getConnection(
                                database, "stillwater_owner", "stillwater_owner");
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("set local house.actor_kind = 'SYSTEM'");
            statement.execute(lock);
            var done = work.call();
            owner.rollback();
            return done;
        }
    }

    private void awaitSomebodyWaiting() {
        awaitWaiting(1);
    }

    private void awaitWaiting(int howMany) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () ->
                                jdbc.sql(
                                                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                                                + " and datname = current_database()")
                                                .query(Integer.class)
                                                .single()
                                        >= howMany);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(15, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
