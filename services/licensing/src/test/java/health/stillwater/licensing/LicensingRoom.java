package health.stillwater.licensing;

import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.PrescriberFacts;
import health.stillwater.sandbox.FakeBoard;
import health.stillwater.testing.Actors;
import health.stillwater.testing.RoomTest;
import health.stillwater.testing.TestClock;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
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
abstract class LicensingRoom extends Papers {

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

    @Autowired Credentialing credentialing;

    @Autowired Endings endings;

    @Autowired TestClock clock;

    @Autowired News news;

    @Autowired Scheduler tasks;

    @Autowired JdbcClient jdbc;

    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void atNoonWithTheBoardsUp() {
        clock.standsAt(TestClock.START);
        board.isUp();
        jdbc.sql("delete from events.scheduled_tasks where task_name = 'licensing.ask-board'")
                .update();
        jdbc.sql(
                        "update events.scheduled_tasks set execution_time = ?"
                                + " where task_name in ('licensing.ask-again', 'licensing.watch-endings')")
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

    /** Somebody with a license, a DEA registration and a second factor, all confirmed. */
    PhysicianId aRegistrant(String name) {
        var physician =
                aPhysician(
                        name,
                        license(UsState.FL, NEXT_SPRING),
                        dea(UsState.FL, NEXT_SPRING),
                        signingCredential());
        eachIsConfirmed(physician);
        return physician;
    }

    /** Everything is asked about at its source now, and has answered. */
    void asksAll(PhysicianId physician) {
        clock.passes(Duration.ofMinutes(1));
        does(() -> licensing.verifyNow(physician));
        eachIsConfirmed(physician);
    }

    PrescriberFacts prescriber(PhysicianId physician) {
        return Objects.requireNonNull(
                asCompliance(() -> licensing.factsOf(physician)).prescriber());
    }

    CredentialId idOf(PhysicianId physician, CredentialKind kind) {
        return row(physician, kind).id();
    }

    /** What the tasks do every minute, done now. */
    void endingsAreWatched() {
        Actors.asTheProgram(() -> endings.candidates().forEach(endings::look));
    }

    static void does(Runnable work) {
        Actors.does(Actors.staff(Actor.Kind.COMPLIANCE), work);
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
        await().dontCatchUncaughtExceptions() // a task may be taken from a scheduler's thread
                .atMost(Duration.ofSeconds(30))
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
