package health.stillwater.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.ConsentForm;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.sandbox.FakeIdentity;
import health.stillwater.sandbox.IdentityResult;
import health.stillwater.testing.Actors;
import health.stillwater.testing.DueTasks;
import health.stillwater.testing.RoomTest;
import health.stillwater.testing.TestClock;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The room on a real database, with real rules, and the identity vendor as the sandbox pretends it.
 */
@RoomTest
@Import(EnrollmentRoom.Vendor.class)
abstract class EnrollmentRoom {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final URI BACK = URI.create("http://localhost/patient/identity");
    static final String MIAMI_DADE = "12086";
    static final String NAME = "Rosa Delgado";

    @TestConfiguration(proxyBeanMethods = false)
    static class Vendor {

        /** Its notices are brought by hand: see {@link FakeIdentity#notices()}. */
        @Bean
        static FakeIdentity pretendedVendor() {
            return new FakeIdentity(
                    0,
                    BACK,
                    SECRET,
                    Clock.systemUTC(),
                    (to, headers, body) -> 202,
                    Duration.ofSeconds(1),
                    null);
        }

        @Bean
        static DynamicPropertyRegistrar whereItIs(FakeIdentity vendor) {
            return registry -> {
                registry.add("stillwater.enrollment.identity.url", vendor::address);
                registry.add("stillwater.enrollment.identity.webhook-secret", () -> SECRET);
            };
        }
    }

    @Autowired Enrollment enrollment;

    @Autowired Assessments assessments;

    @Autowired Rulebook rulebook;

    @Autowired FakeIdentity vendor;

    @Autowired TestClock clock;

    @Autowired Scheduler tasks;

    @Autowired JdbcClient jdbc;

    @Autowired TransactionTemplate transaction;

    PatientId patient;

    @BeforeEach
    void somebodyNew() {
        patient = PatientId.next();
        clock.standsAt(TestClock.START);
        vendor.isUp();
        vendor.knowsAddresses(true);
    }

    /** An assessment with nothing in the way, sent. */
    AssessmentId assessed() {
        var id = assessments.begin();
        Told.fields()
                .forEach(
                        (question, fields) ->
                                asVisitor(id, () -> assessments.answer(id, question, fields)));
        assertThat(asVisitor(id, () -> assessments.outcome(id)))
                .isInstanceOf(Outcome.MayQualify.class);
        return id;
    }

    /** Begun, described, and not yet proofed, signed or placed. */
    void described() {
        var assessment = assessed();
        as(() -> enrollment.begin(patient, assessment, "rosa@example.org"));
        assertThat(as(() -> enrollment.describe(patient, rosa())))
                .isInstanceOf(DescribeOutcome.Saved.class);
    }

    /** Everything is done but asking the gate. */
    void readyForTheGate() {
        described();
        proofed();
        signsEverything();
        does(() -> enrollment.attestLocation(patient, MIAMI_DADE));
    }

    void proofed() {
        as(() -> enrollment.startIdentityCheck(patient, BACK));
        vendor.finishes(vendor.references().getLast(), IdentityResult.VERIFIED);
        asked();
    }

    /** A minute after it was opened, the vendor is asked how the latest session stands. */
    void asked() {
        clock.passes(Duration.ofMinutes(1));
        waitUntil(
                () ->
                        as(() -> enrollment.identity(patient)).status()
                                != IdentityView.Status.WAITING);
    }

    void signsEverything() {
        does(() -> enrollment.sign(patient, kinds(), NAME, "192.0.2.7"));
    }

    Set<String> kinds() {
        return rulebook.consentForms().stream().map(ConsentForm::kind).collect(Collectors.toSet());
    }

    static Profile rosa() {
        return rosaAt("14 Alder Street");
    }

    static Profile rosaAt(String line1) {
        return new Profile(
                NAME,
                LocalDate.parse("1984-04-17"),
                "(305) 555-0142",
                line1,
                "",
                "Miami",
                "33101",
                MIAMI_DADE,
                null,
                "",
                Set.<UsState>of());
    }

    Map<EnrollmentView.Step, Boolean> steps() {
        return as(() -> enrollment.of(patient)).steps().stream()
                .collect(
                        Collectors.toMap(
                                EnrollmentView.StepView::step, EnrollmentView.StepView::done));
    }

    long count(String sql, Object... parameters) {
        return Actors.as(Actor.system("test"), () -> counted(sql, parameters));
    }

    long counted(String sql, Object... parameters) {
        return transaction.execute(
                _ -> jdbc.sql(sql).params(parameters).query(Long.class).single());
    }

    void waitUntil(BooleanSupplier so) {
        DueTasks.runUntil(tasks, clock, so);
    }

    <T> T as(Supplier<T> work) {
        return Actors.as(Actors.patient(patient), work::get);
    }

    void does(Runnable work) {
        Actors.does(Actors.patient(patient), work);
    }

    static <T> T asVisitor(AssessmentId id, Supplier<T> work) {
        return Actors.as(Actors.visitor(id.value()), work::get);
    }
}
