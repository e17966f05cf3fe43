package health.stillwater.visits;

import static org.mockito.Mockito.when;

import health.stillwater.enrollment.Address;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.enrollment.EnrollmentStage;
import health.stillwater.enrollment.EnrollmentView;
import health.stillwater.enrollment.PatientView;
import health.stillwater.enrollment.RequestView;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.Licensing;
import health.stillwater.licensing.PhysicianView;
import health.stillwater.testing.Actors;
import health.stillwater.testing.RealParts;
import health.stillwater.testing.TestClock;
import health.stillwater.visits.VisitRecord.Modality;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

/** The room on a real database; who is enrolled and who is licensed is said by the tests. */
@ApplicationModuleTest(extraIncludes = "runtime", verifyAutomatically = false)
@Import(RealParts.class)
@TestPropertySource("classpath:health/stillwater/testing/room.properties")
abstract class VisitsRoom {

    static final ZoneId MIAMI = ZoneId.of("America/New_York");
    static final ZoneId PENSACOLA = ZoneId.of("America/Chicago");
    static final String MIAMI_DADE = "12086";

    /** Somebody who wants a visit. */
    record Person(PatientId id, RequestId request) {}

    @MockitoBean Enrollment enrollment;

    @MockitoBean Licensing licensing;

    @Autowired Visits visits;

    @Autowired TestClock clock;

    @Autowired JdbcClient jdbc;

    @Autowired TransactionTemplate transaction;

    PhysicianId reyes;
    Person rosa;

    @BeforeEach
    void aPatientAndAPhysicianInFlorida() {
        clock.standsAt(TestClock.START);
        reyes = PhysicianId.next();
        var view =
                new PhysicianView(
                        reyes, "Dr. Reyes", "1234567893", "200 Harbor Avenue", Set.of(UsState.FL));
        when(licensing.physiciansFor(UsState.FL)).thenReturn(List.of(view));
        when(licensing.physician(reyes)).thenReturn(view);
        when(licensing.servableBy(reyes)).thenReturn(Set.of(UsState.FL));
        rosa = enrolled(MIAMI);
    }

    Person enrolled(ZoneId zone) {
        return somebody(zone, EnrollmentStage.ENROLLED);
    }

    Person somebody(ZoneId zone, EnrollmentStage stage) {
        var person = new Person(PatientId.next(), RequestId.next());
        when(enrollment.of(person.id()))
                .thenReturn(
                        new EnrollmentView(
                                person.request(),
                                person.id(),
                                false,
                                stage,
                                false,
                                List.of(),
                                List.of(),
                                "",
                                null,
                                null,
                                false,
                                TestClock.START));
        when(enrollment.request(person.request()))
                .thenReturn(
                        new RequestView(
                                person.request(),
                                person.id(),
                                "depression",
                                Map.of(),
                                TestClock.START));
        when(enrollment.patient(person.id()))
                .thenReturn(
                        new PatientView(
                                person.id(),
                                "Rosa Delgado",
                                LocalDate.parse("1984-04-17"),
                                "+13055550142",
                                "",
                                new Address("14 Alder Street", "", "Miami", UsState.FL, "33101"),
                                MIAMI_DADE,
                                "Miami-Dade",
                                UsState.FL,
                                zone));
        return person;
    }

    VisitId book(Person person, Instant startsAt) {
        return as(person, () -> visits.book(person.request(), person.id(), reyes, startsAt));
    }

    /** Books, and says what came of it. */
    String tries(Person person, Instant startsAt) {
        try {
            book(person, startsAt);
            return "booked";
        } catch (Refusal.Overtaken taken) {
            return "taken";
        }
    }

    List<Instant> open(Person person, LocalDate from) {
        return as(person, () -> visits.openSlots(person.request(), from)).stream()
                .map(Slot::startsAt)
                .toList();
    }

    /** Booked, and the two have met. */
    VisitId started() {
        var visit = book(rosa, Instant.parse("2026-11-24T17:30:00Z"));
        as(
                reyes,
                () -> {
                    visits.start(visit, reyes, MIAMI_DADE);
                    return true;
                });
        return visit;
    }

    void finish(VisitId visit, VisitRecord record) {
        as(
                reyes,
                () -> {
                    visits.finish(visit, reyes, record);
                    return true;
                });
    }

    static VisitRecord record(Modality modality) {
        return new VisitRecord(
                modality,
                "Depressed for years.",
                "Primary care, 2025.",
                "Major depressive disorder, recurrent",
                "F33.1",
                "Sertraline, bupropion.",
                "A trial at home.");
    }

    long count(Actor actor, String sql) {
        return Actors.as(
                actor, () -> transaction.execute(_ -> jdbc.sql(sql).query(Long.class).single()));
    }

    static <T> T as(Person person, Supplier<T> work) {
        return Actors.as(Actors.patient(person.id()), work::get);
    }

    static <T> T as(PhysicianId physician, Supplier<T> work) {
        return Actors.as(Actors.physician(physician), work::get);
    }
}
