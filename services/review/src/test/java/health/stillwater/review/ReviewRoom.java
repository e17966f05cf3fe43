package health.stillwater.review;

import static org.awaitility.Awaitility.await;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.Licensing;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.testing.Actors;
import health.stillwater.testing.RealParts;
import health.stillwater.testing.TestClock;
import health.stillwater.visits.Visits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The room on a real database, with real rules; what the other rooms know is said by {@link
 * Elsewhere}. What the queue does by itself is done here by the tests.
 */
@ApplicationModuleTest(
        extraIncludes = {"runtime", "rulebook"},
        verifyAutomatically = false)
@Import(RealParts.class)
@TestPropertySource(
        value = "classpath:health/stillwater/testing/room.properties",
        properties = "db-scheduler.enabled=false")
abstract class ReviewRoom {

    @MockitoBean Enrollment enrollment;

    @MockitoBean Visits visits;

    @MockitoBean Licensing licensing;

    @Autowired Rulebook rulebook;

    @Autowired ReviewQueue queue;

    @Autowired Casework casework;

    @Autowired Oversight oversight;

    @Autowired ReviewCases cases;

    @Autowired Intake intake;

    @Autowired Suspensions suspensions;

    @Autowired TestClock clock;

    @Autowired TransactionTemplate transaction;

    @Autowired ApplicationEventPublisher events;

    @Autowired JdbcClient jdbc;

    PhysicianId reyes;
    PhysicianId quill;
    PatientId patient;
    Elsewhere elsewhere;

    @BeforeEach
    void anotherPatientAndTwoPhysiciansInFlorida() {
        reyes = PhysicianId.next();
        quill = PhysicianId.next();
        patient = PatientId.next();
        clock.standsAt(TestClock.START);
        elsewhere = new Elsewhere(enrollment, visits, licensing, rulebook);
        elsewhere.aPhysician(reyes, clock.instant(), UsState.FL);
        elsewhere.aPhysician(quill, clock.instant(), UsState.FL);
    }

    /** What is said elsewhere is forgotten after each test; no listener shall ask then. */
    @AfterEach
    void allIsHeardBeforeTheNextTest() {
        waitUntilAllNewsIsHeard();
    }

    /** A case of this patient in the queue, seen on video by Dr. Reyes. */
    RequestId aWaitingCase() {
        return aWaitingCaseIn(UsState.FL);
    }

    /** The same, thought to be in another state. */
    RequestId aWaitingCaseIn(UsState state) {
        var request = RequestId.next();
        elsewhere.aPatientSeenBy(reyes, patient, request, clock.instant());
        Actors.asTheProgram(() -> waits(request, state));
        return request;
    }

    /** It stands in the queue, seen by Dr. Reyes; nobody elsewhere knows of it. */
    void waits(RequestId request, UsState state) {
        transaction.executeWithoutResult(
                _ -> {
                    var opened =
                            ReviewCase.open(
                                    request, patient, state, reyes, CaseKind.NEW, clock.instant());
                    opened.letIn();
                    cases.save(opened);
                });
    }

    /** Everything that is shown to a physician, page after page. */
    List<QueueRow> allFor(PhysicianId physician) {
        var rows = new ArrayList<QueueRow>();
        RequestId after = null;
        do {
            var filter = new QueueFilter(null, null, null, false, after);
            var page = as(physician, () -> queue.waitingFor(physician, filter));
            rows.addAll(after == null ? page.all() : page.waiting());
            after = page.more() ? page.waiting().getLast().caseId() : null;
        } while (after != null);
        return rows;
    }

    long fenceOf(RequestId request, PhysicianId physician) {
        return as(physician, () -> queue.claim(request, physician))
                        instanceof ClaimOutcome.Claimed claimed
                ? claimed.fence()
                : -1;
    }

    void happens(DomainEvent news) {
        Actors.asTheProgram(() -> transaction.executeWithoutResult(_ -> events.publishEvent(news)));
    }

    void waitUntil(RequestId request, CaseStage stage) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> stageOf(request).equals(Optional.of(stage)));
    }

    void waitUntilAllNewsIsHeard() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () ->
                                jdbc.sql(
                                                        "select count(*) from events.event_publication where completion_date is null")
                                                .query(Long.class)
                                                .single()
                                        == 0);
    }

    Optional<CaseStage> stageOf(RequestId request) {
        return Actors.as(Actor.system("test"), () -> queue.stageOf(request));
    }

    <T> T as(PhysicianId physician, Supplier<T> work) {
        return Actors.as(Actors.physician(physician), work::get);
    }

    void does(PhysicianId physician, Runnable work) {
        Actors.does(Actors.physician(physician), work);
    }

    long asProgram(String sql, RequestId request) {
        return Actors.as(
                Actor.system("test"),
                () ->
                        transaction.execute(
                                _ ->
                                        jdbc.sql(sql)
                                                .param(request.value())
                                                .query(Long.class)
                                                .single()));
    }
}
