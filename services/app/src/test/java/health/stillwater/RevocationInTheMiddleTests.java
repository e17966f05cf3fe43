package health.stillwater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.Credentialing;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.prescribing.ReadyOutcome;
import health.stillwater.prescribing.SecondFactor;
import health.stillwater.prescribing.SigningOutcome;
import health.stillwater.prescribing.SigningRequest;
import health.stillwater.testing.Actors;
import health.stillwater.testing.TestClock;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A physician signs while an officer takes their access to signing away, through the real doors of
 * every room and on one database: whichever comes first is first, and there is no third way.
 */
class RevocationInTheMiddleTests extends WholeSystem {

    private static final Actor OFFICER = Actors.staff(Actor.Kind.COMPLIANCE);
    private static final long PATIENCE = 60;

    @Value("${spring.datasource.url}")
    String database;

    @Autowired People people;

    @Autowired Care care;

    @Autowired Prescribing prescribing;

    @Autowired Credentialing credentialing;

    @Autowired JdbcClient jdbc;

    @Autowired TransactionTemplate transaction;

    @Autowired TestClock clock;

    private ExecutorService pool;
    private PhysicianId physician;
    private PatientId patient;
    private SigningRequest ready;

    @BeforeEach
    void aTextThatIsReady() {
        pool = Executors.newFixedThreadPool(4);
        people.pharmacyIn("gulfside", UsState.FL);
        physician = people.physicianIn("Dr. Castellane", UsState.FL, UsState.FL);
        care.waitUntil(() -> people.mayPrescribe(physician, UsState.FL));
        people.accessThatWaits(physician);
        patient = care.seen(physician, UsState.FL, Care.MIAMI_DADE);
        var outcome = care.ready(physician, care.requestOf(patient), Written.approval());
        assertThat(outcome).isInstanceOf(ReadyOutcome.Ready.class);
        ready = ((ReadyOutcome.Ready) outcome).signing();
    }

    @AfterEach
    void done() {
        pool.close();
    }

    /** By the access itself, or by the claim, which the queue takes back as soon as it hears. */
    @Test
    void whatWasRevokedBeforeSignsNothing() {
        revokes();
        assertThatThrownBy(this::signs).isInstanceOf(Refusal.Overtaken.class);
        assertThat(decisions()).isZero();
    }

    /** The signer has begun and waits for its case; the revocation is committed meanwhile. */
    @Test
    void whatIsRevokedWhileTheSignerWaitsSignsNothing() throws Exception {
        var signing =
                whileHeld(
                        "select 1 from review.review_case where id = '"
                                + ready.caseId()
                                + "' for update",
                        () -> {
                            var waiting = pool.submit(this::signs);
                            awaitWaiting(1);
                            revokes();
                            return waiting;
                        });
        assertRefused(signing);
    }

    /** The officer has the access and has not committed: the signer waits, then obeys. */
    @Test
    void whatIsBeingRevokedHoldsTheSignerUp() throws Exception {
        var revoked = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var revoking =
                pool.submit(
                        () ->
                                Actors.does(
                                        OFFICER,
                                        () ->
                                                transaction.executeWithoutResult(
                                                        _ -> {
                                                            revokes();
                                                            revoked.countDown();
                                                            awaited(goOn);
                                                        })));
        awaited(revoked);
        var signing = pool.submit(this::signs);
        awaitWaiting(1);
        assertThat(signing.isDone()).isFalse();
        goOn.countDown();
        revoking.get(PATIENCE, TimeUnit.SECONDS);
        assertRefused(signing);
    }

    /** The signer was judged and is writing: the officer waits until the signature stands. */
    @Test
    void aSignatureThatIsBeingWrittenIsBeforeTheRevocation() throws Exception {
        var revoking = new Future<?>[1];
        var signing =
                whileNoLeafIsWritten(
                        () -> {
                            var writing = pool.submit(this::signs);
                            awaitWaiting(1);
                            revoking[0] = pool.submit(this::revokes);
                            awaitWaiting(2);
                            assertThat(revoking[0].isDone()).isFalse();
                            return writing;
                        });
        assertThat(signing.get(PATIENCE, TimeUnit.SECONDS))
                .isInstanceOf(SigningOutcome.Signed.class);
        revoking[0].get(PATIENCE, TimeUnit.SECONDS);
        var decision = new DecisionId(ready.id());
        var signedAt =
                Actors.as(Actors.physician(physician), () -> prescribing.record(decision))
                        .decision()
                        .signedAt();
        assertThat(signedAt).isBeforeOrEqualTo(revokedAt());
        assertThat(decisions()).isEqualTo(1);
    }

    private SigningOutcome signs() {
        var factor = new SecondFactor("gold", clock.instant(), ready.nonce(), physician.toString());
        return Actors.as(
                Actors.physician(physician), () -> prescribing.sign(ready.id(), physician, factor));
    }

    private void revokes() {
        Actors.does(OFFICER, () -> credentialing.revokeAccess(physician, "A lost token"));
    }

    private void assertRefused(Future<SigningOutcome> signing) {
        assertThatThrownBy(() -> signing.get(PATIENCE, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(Refusal.Overtaken.class)
                .hasMessageContaining("signing access was revoked");
        assertThat(decisions()).isZero();
    }

    private long decisions() {
        return asTheProgram(
                "select count(*) from prescribing.decision where patient_id = '" + patient + "'",
                Long.class);
    }

    private Instant revokedAt() {
        return asTheProgram(
                        "select revoked_at from licensing.signing_access where physician_id = '"
                                + physician
                                + "'",
                        OffsetDateTime.class)
                .toInstant();
    }

    private <T> T asTheProgram(String sql, Class<T> type) {
        return Actors.as(
                Actor.system("test"),
                () -> transaction.execute(_ -> jdbc.sql(sql).query(type).single()));
    }

    private interface Work<T> {
        T done() throws Exception;
    }

    private <T> T whileHeld(String lock, Work<T> work) throws Exception {
        var held = new CountDownLatch(1);
        var letGo = new CountDownLatch(1);
        var holding =
                pool.submit(
                        () ->
                                Actors.asTheProgram(
                                        () ->
                                                transaction.executeWithoutResult(
                                                        _ -> {
                                                            assertThat(
                                                                            jdbc.sql(lock)
                                                                                    .query()
                                                                                    .listOfRows())
                                                                    .isNotEmpty();
                                                            held.countDown();
                                                            awaited(letGo);
                                                        })));
        awaited(held);
        try {
            return work.done();
        } finally {
            letGo.countDown();
            holding.get(PATIENCE, TimeUnit.SECONDS);
        }
    }

    /** While the owner of the tables lets nobody append to the ledger. */
    private <T> T whileNoLeafIsWritten(Work<T> work) throws Exception {
        try (var owner =
                        DriverManager.getConnection(
                                database, "stillwater_owner", "stillwater_owner");
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table ledger.leaf in share mode");
            var done = work.done();
            owner.rollback();
            return done;
        }
    }

    private void awaitWaiting(int howMany) {
        await().atMost(Duration.ofSeconds(PATIENCE))
                .pollInterval(Duration.ofMillis(20))
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
            assertThat(latch.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
