package health.stillwater.licensing;

import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.NewCredential.CdsRegistration;
import health.stillwater.licensing.NewCredential.DeaRegistration;
import health.stillwater.licensing.NewCredential.MedicalLicense;
import health.stillwater.licensing.NewCredential.PharmacyDea;
import health.stillwater.licensing.NewCredential.PharmacyLicense;
import health.stillwater.licensing.NewCredential.PharmacyRegistration;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import health.stillwater.sandbox.FakeBoard;
import health.stillwater.testing.Actors;
import health.stillwater.testing.RoomTest;
import health.stillwater.testing.TestClock;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.transaction.support.TransactionTemplate;

/** The room on a real database, with real rules, and the boards as the sandbox pretends them. */
@RoomTest
@Import(LicensingRoom.Boards.class)
abstract class LicensingRoom {

    static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);
    static final LocalDate NEXT_SPRING = LocalDate.of(2027, 3, 31);

    @TestConfiguration(proxyBeanMethods = false)
    static class Boards {

        @Bean
        static FakeBoard pretendedBoard(TestClock clock) {
            return new FakeBoard(clock);
        }

        @Bean
        static DynamicPropertyRegistrar whereTheyAre(FakeBoard board) {
            return registry -> {
                registry.add("stillwater.licensing.board-url", board::address);
                registry.add("stillwater.licensing.timeout", () -> "1500ms");
            };
        }

        @Bean
        News whatIsTold() {
            return new News();
        }
    }

    /** What the room told everybody. */
    static class News {

        private final Queue<DomainEvent> told = new ConcurrentLinkedQueue<>();

        @EventListener
        void on(DomainEvent event) {
            told.add(event);
        }

        <T extends DomainEvent> Stream<T> of(Class<T> type) {
            return told.stream().filter(type::isInstance).map(type::cast);
        }
    }

    @Autowired Licensing licensing;

    @Autowired FakeBoard board;

    @Autowired TestClock clock;

    @Autowired News news;

    @Autowired Scheduler tasks;

    @Autowired JdbcClient jdbc;

    @Autowired TransactionTemplate transaction;

    /** Of the physician and the pharmacy of this test: the database is the same for all. */
    final Numbers numbers = new Numbers();

    @BeforeEach
    void atNoonWithTheBoardsUp() {
        clock.standsAt(TestClock.START);
        board.isUp();
        jdbc.sql("delete from events.scheduled_tasks where task_name = 'licensing.ask-board'")
                .update();
        jdbc.sql(
                        "update events.scheduled_tasks set execution_time = ? where task_name = 'licensing.ask-again'")
                .param(Timestamp.from(TestClock.START.plus(Duration.ofHours(1))))
                .update();
    }

    PhysicianId aPhysician(String name, NewCredential... held) {
        var id = PhysicianId.next();
        var told =
                new NewPhysician(
                        id,
                        name,
                        numbers.npi(),
                        "200 Harbor Avenue, Miami",
                        UsState.FL,
                        List.of(held));
        return asCompliance(() -> licensing.register(told));
    }

    PharmacyId aPharmacy(String name, UsState home, NewCredential... held) {
        var id = PharmacyId.next();
        var told =
                new NewPharmacy(
                        id,
                        name,
                        home,
                        "555-0100",
                        URI.create("http://localhost:9/orders"),
                        "whsec_c2VjcmV0",
                        true,
                        true,
                        List.of(held));
        return asCompliance(() -> licensing.register(told));
    }

    NewCredential license(UsState state, LocalDate lastDay) {
        var number = numbers.next("ME");
        board.knows("license", state.name(), number, lastDay, "md", List.of());
        return new MedicalLicense(state, number, LicenseType.MD, BEGINNING, lastDay, null);
    }

    NewCredential dea(UsState state, LocalDate lastDay) {
        var number = numbers.dea();
        board.knows("dea", state.name(), number, lastDay, null, List.of("2N", "3N"));
        return new DeaRegistration(state, number, Set.of("2N", "3N"), BEGINNING, lastDay, null);
    }

    NewCredential cds(UsState state, LocalDate lastDay) {
        var number = numbers.next("D");
        board.knows("cds", state.name(), number, lastDay);
        return new CdsRegistration(state, number, state, BEGINNING, lastDay, null);
    }

    NewCredential pharmacyLicense(UsState state, LocalDate lastDay) {
        var number = numbers.next("PH");
        board.knows("pharmacy-license", state.name(), number, lastDay);
        return new PharmacyLicense(state, number, BEGINNING, lastDay, null);
    }

    NewCredential pharmacyRegistration(UsState state, LocalDate lastDay) {
        var number = numbers.next("NR");
        board.knows("pharmacy-registration", state.name(), number, lastDay);
        return new PharmacyRegistration(state, number, BEGINNING, lastDay, null);
    }

    NewCredential pharmacyDea(UsState state, LocalDate lastDay) {
        var number = numbers.dea();
        board.knows("pharmacy-dea", state.name(), number, lastDay);
        return new PharmacyDea(state, number, BEGINNING, lastDay, null);
    }

    Set<UsState> servableBy(PhysicianId physician) {
        return asCompliance(() -> licensing.servableBy(physician));
    }

    CredentialsView credentialsOf(PhysicianId physician) {
        return asCompliance(() -> licensing.credentialsOf(physician));
    }

    CredentialRow row(PhysicianId physician, CredentialKind kind) {
        return credentialsOf(physician).credentials().stream()
                .filter(row -> row.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    void eachIsConfirmed(PhysicianId physician) {
        waitUntil(() -> credentialsOf(physician).credentials().stream().allMatch(this::isOfNow));
    }

    boolean isOfNow(CredentialRow row) {
        return row.status() != null && Objects.equals(row.lastCheckedAt(), clock.instant());
    }

    void eachIsConfirmed(PharmacyId pharmacy) {
        waitUntil(
                () ->
                        asCompliance(() -> licensing.expiring(Duration.ofDays(3650))).stream()
                                .filter(
                                        row ->
                                                row.holder()
                                                        .equals(
                                                                asCompliance(
                                                                                () ->
                                                                                        licensing
                                                                                                .pharmacy(
                                                                                                        pharmacy))
                                                                        .name()))
                                .allMatch(this::isOfNow));
    }

    /** Time stands still, so the tasks would never look for themselves whether something is due. */
    void waitUntil(BooleanSupplier so) {
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> {
                            tasks.triggerCheckForDueExecutions();
                            return so.getAsBoolean();
                        });
    }

    static <T> T asCompliance(Supplier<T> work) {
        return Actors.as(Actors.staff(Actor.Kind.COMPLIANCE), work::get);
    }
}
