package health.stillwater.pharmacy;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.Scheduler;
import health.stillwater.billing.Billing;
import health.stillwater.billing.FirstInvoicePaid;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.ledger.Checkpoint;
import health.stillwater.ledger.Ledger;
import health.stillwater.licensing.Licensing;
import health.stillwater.licensing.PharmacyEndpoint;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.DecisionRecord;
import health.stillwater.prescribing.DecisionView;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.review.Elsewhere;
import health.stillwater.review.ReviewQueue;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.HistoryFacts;
import health.stillwater.rulebook.PrescriptionFacts;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.sandbox.FakePharmacy;
import health.stillwater.testing.Actors;
import health.stillwater.testing.DueTasks;
import health.stillwater.testing.RealParts;
import health.stillwater.testing.TestClock;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The room on a real database, with real rules, and a pharmacy as the sandbox pretends it; what was
 * signed and paid is said by the tests.
 */
@ApplicationModuleTest(
        extraIncludes = {"runtime", "rulebook"},
        verifyAutomatically = false)
@Import({RealParts.class, OrdersRoom.Outside.class})
@TestPropertySource("classpath:health/stillwater/testing/room.properties")
abstract class OrdersRoom {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TestConfiguration(proxyBeanMethods = false)
    static class Outside {

        @Bean
        static FakePharmacy pretendedPharmacies(TestClock clock) {
            return new FakePharmacy(clock);
        }

        @Bean
        static DynamicPropertyRegistrar howPatientWeAre() {
            return registry -> registry.add("stillwater.pharmacy.line.timeout", () -> "2s");
        }
    }

    @MockitoBean Billing billing;

    @MockitoBean Prescribing prescribing;

    @MockitoBean ReviewQueue review;

    @MockitoBean Ledger ledger;

    @MockitoBean Licensing licensing;

    @MockitoBean Enrollment enrollment;

    @Autowired Rulebook rulebook;

    @Autowired FakePharmacy outside;

    static final Set<OrderStage> ALL = EnumSet.allOf(OrderStage.class);

    @Autowired PharmacyOrders orders;

    @Autowired HandOver handOver;

    @Autowired Scheduler tasks;

    @Autowired TestClock clock;

    @Autowired TransactionTemplate transaction;

    @Autowired ApplicationEventPublisher events;

    @Autowired JdbcClient jdbc;

    PhysicianId reyes;
    PatientId patient;
    RequestId request;
    DecisionId decision;
    PharmacyId cedar;
    Elsewhere elsewhere;

    /** An approved prescription for a patient in Miami, at a pharmacy of its own for each test. */
    @BeforeEach
    void anApprovedPrescription() {
        // Whoever was known to an earlier test is not any more: its news would be told forever.
        jdbc.sql("delete from events.event_publication where completion_date is null").update();
        clock.standsAt(TestClock.START);
        reyes = PhysicianId.next();
        patient = PatientId.next();
        request = RequestId.next();
        decision = DecisionId.next();
        elsewhere = new Elsewhere(enrollment, licensing, rulebook);
        elsewhere.aPhysician(reyes, clock.instant(), UsState.FL);
        elsewhere.aPatientSeenBy(reyes, patient, request, clock.instant());
        cedar = elsewhere.pharmacy();
        var address = outside.opens(cedar.toString(), SECRET);
        knownAt(address, SECRET);
        when(prescribing.prescription(decision))
                .thenReturn(Prescribed.view(decision, request, patient, cedar));
        when(ledger.latestCheckpoint())
                .thenReturn(Optional.of(new Checkpoint(8, new byte[32], "a signed note")));
        var record = record();
        when(prescribing.record(decision)).thenReturn(record);
        when(prescribing.factsOf(any(), any()))
                .thenAnswer(asked -> everythingKnown(asked.getArgument(1)));
        when(prescribing.holds(any())).thenReturn(true);
        outside.isUp();
        jdbc.sql(
                        "update events.scheduled_tasks set execution_time = ? where task_name = 'pharmacy.judge-held'")
                .param(Timestamp.from(TestClock.START.plus(Duration.ofMinutes(10))))
                .update();
    }

    /** Where and with which secret we believe the pharmacy to be. */
    void knownAt(URI address, String secret) {
        when(licensing.endpoint(cedar)).thenReturn(new PharmacyEndpoint(address, secret));
    }

    Facts everythingKnown(Instant at) {
        var signing =
                new PrescriptionFacts.Signing(
                        reyes.toString(), reyes.toString(), true, "hash", "hash", TestClock.START);
        return enrollment
                .factsOf(request)
                .and(licensing.factsOf(reyes))
                .and(licensing.factsOf(cedar))
                .with(
                        new PrescriptionFacts(
                                decision.toString(),
                                reyes.toString(),
                                LocalDate.parse("2026-11-24"),
                                0,
                                0,
                                false,
                                28,
                                LocalDate.parse("2027-05-24"),
                                8,
                                2,
                                4,
                                null,
                                null,
                                Prescribed.content(),
                                signing,
                                "hash"))
                .with(new HistoryFacts(at, List.of(), List.of()));
    }

    private DecisionRecord record() {
        var view = mock(DecisionView.class);
        when(view.leaf()).thenReturn(7L);
        var record = mock(DecisionRecord.class);
        when(record.decision()).thenReturn(view);
        when(record.hash()).thenReturn("ab".repeat(32));
        return record;
    }

    /** The news that lets the order go out. */
    void isPaid() {
        happens(new FirstInvoicePaid(decision, request, patient, clock.instant()));
    }

    void happens(DomainEvent news) {
        Actors.asTheProgram(() -> transaction.executeWithoutResult(_ -> events.publishEvent(news)));
    }

    /** Paid, and at the pharmacy. */
    OrderId sent() {
        isPaid();
        waitUntil(() -> stage() == OrderStage.SENT);
        return id();
    }

    OrderStage stage() {
        var progress = as(Actors.patient(patient), () -> orders.of(patient));
        return progress.isEmpty() ? OrderStage.PLANNED : progress.getFirst().stage();
    }

    OrderId id() {
        return as(Actors.patient(patient), () -> orders.of(patient)).getFirst().id();
    }

    String patientReads() {
        return as(Actors.patient(patient), () -> orders.of(patient)).getFirst().words();
    }

    /** How often the pharmacy was told of the order. */
    int timesTold() {
        return timesTold("order.created");
    }

    int timesTold(String type) {
        return outside.received(cedar.toString()).stream()
                .filter(message -> message.type().equals(type))
                .mapToInt(FakePharmacy.Received::times)
                .sum();
    }

    void waitUntil(OrderStage stage) {
        waitUntil(() -> stage() == stage);
    }

    void waitUntil(BooleanSupplier so) {
        DueTasks.runUntil(tasks, clock, so);
    }

    void waitUntilAllNewsIsHeard() {
        waitUntil(
                () ->
                        jdbc.sql(
                                                "select count(*) from events.event_publication where completion_date is null")
                                        .query(Long.class)
                                        .single()
                                == 0);
    }

    long count(Actor actor, String sql) {
        return as(actor, () -> transaction.execute(_ -> jdbc.sql(sql).query(Long.class).single()));
    }

    Actor pharmacist() {
        return Actors.pharmacist(cedar);
    }

    static <T> T as(Actor actor, Supplier<T> work) {
        return Actors.as(actor, work::get);
    }
}
