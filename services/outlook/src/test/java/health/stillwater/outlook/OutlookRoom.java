package health.stillwater.outlook;

import static health.stillwater.outlook.Program.by;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.Scheduler;
import health.stillwater.billing.Billing;
import health.stillwater.billing.CardView;
import health.stillwater.billing.PlanStage;
import health.stillwater.billing.PlanView;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.Money;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.Licensing;
import health.stillwater.outlook.Program.Patient;
import health.stillwater.pharmacy.Fill;
import health.stillwater.pharmacy.OrderId;
import health.stillwater.pharmacy.PharmacyOrders;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.review.ReviewQueue;
import health.stillwater.testing.Actors;
import health.stillwater.testing.RealParts;
import health.stillwater.testing.TestClock;
import health.stillwater.visits.Visits;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The room on a real database, with the real rulebook; what the other rooms know is said by the
 * tests.
 */
@ApplicationModuleTest(
        extraIncludes = {"runtime", "rulebook"},
        verifyAutomatically = false)
@Import({RealParts.class, Program.class})
@TestPropertySource("classpath:health/stillwater/testing/room.properties")
abstract class OutlookRoom {

    static final LocalDate LAST_DAY = LocalDate.parse("2026-12-31");
    static final LocalDate NEW_YEAR = LocalDate.parse("2027-01-01");

    @MockitoBean Licensing licensing;
    @MockitoBean Enrollment enrollment;
    @MockitoBean Visits visits;
    @MockitoBean ReviewQueue review;
    @MockitoBean Prescribing prescribing;
    @MockitoBean PharmacyOrders orders;
    @MockitoBean Billing billing;

    @Autowired Outlook outlook;
    @Autowired Program program;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEventPublisher news;
    @Autowired Lookout lookout;
    @Autowired People people;
    @Autowired Register register;
    @Autowired Scheduler tasks;

    final Actor marsh = Actors.staff(Actor.Kind.COMPLIANCE);

    @BeforeEach
    void anEmptyProgram() {
        clock.standsAt(TestClock.START);
        asTheProgram(() -> jdbc.sql("update outlook.person_in_care set in_care = false").update());
        asTheProgram(() -> jdbc.sql("update outlook.tally set day = '2000-01-01'").update());
        program.opens(licensing, enrollment, visits, prescribing, orders);
        when(billing.planOf(any())).thenReturn(plan(PlanStage.ACTIVE));
        lenient().when(orders.fillsOf(any())).thenReturn(List.of());
    }

    static PlanView plan(PlanStage stage) {
        return new PlanView(
                stage,
                Money.ZERO,
                Money.ZERO,
                Mockito.mock(CardView.class),
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    <T> T asMarsh(Supplier<T> work) {
        return Actors.as(marsh, work::get);
    }

    /** Tells news as another room would, and waits until it was heard. */
    void tell(DomainEvent event) {
        Actors.asTheProgram(() -> transaction.executeWithoutResult(_ -> news.publishEvent(event)));
        waitUntil(() -> unheard() == 0);
    }

    /** Time stands still, so the tasks would never look for themselves whether something is due. */
    void waitUntil(BooleanSupplier so) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(30))
                .until(
                        () -> {
                            tasks.triggerCheckForDueExecutions();
                            return so.getAsBoolean();
                        });
    }

    private long unheard() {
        return jdbc.sql(
                        "select count(*) from events.event_publication where completion_date is null")
                .query(Long.class)
                .single();
    }

    <T> T asTheProgram(Supplier<T> work) {
        return Actors.as(Actor.system("test"), () -> transaction.execute(_ -> work.get()));
    }

    /** The count of a day, once it is done. */
    Counts counted(LookAhead question) {
        clock.passes(Duration.ofSeconds(1)); // the latest count is the one asked for last
        asMarsh(() -> outlook.countAnew(question));
        waitUntil(() -> asMarsh(() -> outlook.tally(question)).stage() != TallyView.Stage.COUNTING);
        return asMarsh(() -> outlook.tally(question)).counts();
    }

    Counts.Share share(List<Counts.Share> shares, String key) {
        return shares.stream().filter(share -> share.key().equals(key)).findFirst().orElseThrow();
    }

    AffectedPage affected(LocalDate on, AffectedFilter filter) {
        return asMarsh(() -> outlook.affected(LookAhead.to(on), filter, 0));
    }

    List<PatientId> listed(AffectedFilter filter) {
        return affected(NEW_YEAR, filter).people().stream().map(Affected::patient).toList();
    }

    Patient inCare(UsState state, boolean evaluated) {
        var patient =
                evaluated
                        ? program.patient(state, program.reyes, by(program.reyes))
                        : program.patient(state, program.reyes);
        tell(patient.approved());
        return patient;
    }

    Fill fill(String shipped, @Nullable String delivered) {
        return new Fill(
                new OrderId(UUID.randomUUID()),
                program.gulfside,
                Instant.parse(shipped),
                delivered == null ? null : Instant.parse(delivered),
                28);
    }
}
