package health.stillwater.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.ledger.Ledger;
import health.stillwater.licensing.Licensing;
import health.stillwater.review.CaseStage;
import health.stillwater.review.ClaimOutcome;
import health.stillwater.review.Elsewhere;
import health.stillwater.review.ReviewQueue;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.testing.Actors;
import health.stillwater.testing.DueTasks;
import health.stillwater.testing.RealParts;
import health.stillwater.testing.TestClock;
import health.stillwater.visits.VisitFinished;
import health.stillwater.visits.VisitId;
import health.stillwater.visits.Visits;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The room with the real queue, rules and ledger; what the other rooms know is said by {@link
 * Elsewhere}. What is done by itself, in time, rests unless a test wakes it.
 */
@ApplicationModuleTest(
        extraIncludes = {"runtime", "rulebook", "review", "ledger"},
        verifyAutomatically = false)
@Import(RealParts.class)
@TestPropertySource("classpath:health/stillwater/testing/room.properties")
abstract class SigningRoom {

    @MockitoBean Enrollment enrollment;

    @MockitoBean Visits visits;

    @MockitoBean Licensing licensing;

    @Autowired Rulebook rulebook;

    @Autowired ReviewQueue queue;

    @Autowired Ledger ledger;

    @Autowired Prescribing prescribing;

    @Autowired TestClock clock;

    @Autowired TransactionTemplate transaction;

    @Autowired ApplicationEventPublisher events;

    @Autowired JdbcClient jdbc;

    @Autowired Scheduler tasks;

    PhysicianId reyes;
    PhysicianId quill;
    PatientId patient;
    RequestId request;
    long fence;
    Elsewhere elsewhere;

    /** A patient in Miami, seen on video by Dr. Reyes, who has just claimed the case. */
    @BeforeEach
    void aClaimedCase() {
        DueTasks.rest(tasks);
        clock.standsAt(TestClock.START);
        reyes = PhysicianId.next();
        quill = PhysicianId.next();
        patient = PatientId.next();
        request = RequestId.next();
        elsewhere = new Elsewhere(enrollment, visits, licensing, rulebook);
        elsewhere.aPhysician(reyes, clock.instant(), UsState.FL);
        elsewhere.aPhysician(quill, clock.instant(), UsState.FL);
        elsewhere.aPatientSeenBy(reyes, patient, request, clock.instant());
        seen();
    }

    long claim(PhysicianId physician) {
        var outcome = as(physician, () -> queue.claim(request, physician));
        assertThat(outcome).isInstanceOf(ClaimOutcome.Claimed.class);
        return ((ClaimOutcome.Claimed) outcome).fence();
    }

    /**
     * The patient was seen for another request: the next supply, or something to put right. Dr.
     * Reyes claims that case too.
     */
    void comesBack() {
        request = RequestId.next();
        elsewhere.aPhysician(reyes, clock.instant(), UsState.FL);
        elsewhere.aPatientSeenBy(reyes, patient, request, clock.instant());
        seen();
    }

    private void seen() {
        happens(
                new VisitFinished(
                        new VisitId(UUID.randomUUID()), request, patient, reyes, clock.instant()));
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> stageOfCase().equals(Optional.of(CaseStage.WAITING)));
        fence = claim(reyes);
    }

    /** The pharmacy shipped it, all of it, today. */
    void isFilled(DecisionId prescription) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("America/New_York"));
        Actors.asTheProgram(
                () ->
                        prescribing.filled(
                                new Filled(prescription, UUID.randomUUID(), today, 8, 28)));
    }

    Optional<CaseStage> stageOfCase() {
        return Actors.as(Actor.system("test"), () -> queue.stageOf(request));
    }

    SigningRequest ready(DecisionForm form) {
        var outcome = as(reyes, () -> prescribing.readyToSign(request, reyes, fence, form));
        assertThat(outcome).isInstanceOf(ReadyOutcome.Ready.class);
        return ((ReadyOutcome.Ready) outcome).signing();
    }

    /** And waits for the decision's place in the ledger, when there is one. */
    SigningOutcome sign(SigningRequest signing, SecondFactor factor) {
        var outcome = as(reyes, () -> prescribing.sign(signing.id(), reyes, factor));
        if (outcome instanceof SigningOutcome.Signed signed
                && !TransactionSynchronizationManager.isActualTransactionActive()) {
            as(reyes, () -> ledger.index(signed.leaf()));
        }
        return outcome;
    }

    /** What Keycloak says when Dr. Reyes has just completed the second factor for this text. */
    SecondFactor freshFor(SigningRequest signing) {
        return new SecondFactor(
                SecondFactor.LEVEL, clock.instant(), signing.nonce(), reyes.toString());
    }

    DecisionId signed(DecisionForm form) {
        var ready = ready(form);
        assertThat(sign(ready, freshFor(ready))).isInstanceOf(SigningOutcome.Signed.class);
        return new DecisionId(ready.id());
    }

    long decisions() {
        return asTheProgram(
                "select count(*) from prescribing.decision where patient_id = ?", patient.value());
    }

    long ledgerSize() {
        return Actors.as(Actor.system("test"), ledger::size);
    }

    String stateOf(SigningRequest signing) {
        return as(reyes, () -> prescribing.signing(signing.id(), reyes)).state().name();
    }

    long asTheProgram(String sql, Object parameter) {
        return Actors.as(
                Actor.system("test"),
                () ->
                        transaction.execute(
                                _ -> jdbc.sql(sql).param(parameter).query(Long.class).single()));
    }

    void happens(DomainEvent news) {
        Actors.asTheProgram(() -> transaction.executeWithoutResult(_ -> events.publishEvent(news)));
    }

    static <T> T as(PhysicianId physician, Supplier<T> work) {
        return Actors.as(Actors.physician(physician), work::get);
    }
}
