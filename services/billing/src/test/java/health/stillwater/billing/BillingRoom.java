package health.stillwater.billing;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.Scheduler;
import health.stillwater.enrollment.Address;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.enrollment.PatientView;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.Money;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.PrescriptionApproved;
import health.stillwater.prescribing.PrescriptionDeclined;
import health.stillwater.sandbox.FakeStripe;
import health.stillwater.testing.Actors;
import health.stillwater.testing.DueTasks;
import health.stillwater.testing.RealParts;
import health.stillwater.testing.TestClock;
import java.net.URI;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * The room on a real database, with its door open to webhooks, and Stripe as the sandbox pretends
 * it, over HTTP.
 */
@ApplicationModuleTest(
        extraIncludes = "runtime",
        verifyAutomatically = false,
        webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({RealParts.class, BillingRoom.Outside.class})
@TestPropertySource("classpath:health/stillwater/testing/room.properties")
abstract class BillingRoom {

    static final String SECRET = "whsec_the_present_one";
    static final String OLD_SECRET = "whsec_the_one_before";
    static final Money PRICE = Money.dollars(250);
    static final URI BACK = URI.create("http://localhost/patient/plan");

    @TestConfiguration(proxyBeanMethods = false)
    static class Outside {

        @Bean
        static FakeStripe pretendedStripe(TestClock clock) {
            return new FakeStripe(clock);
        }

        @Bean
        static DynamicPropertyRegistrar whereItIs(FakeStripe stripe) {
            return registry -> {
                registry.add("stillwater.stripe.api-key", () -> "sk_test_room");
                registry.add("stillwater.stripe.webhook-secrets", () -> SECRET + "," + OLD_SECRET);
                registry.add("stillwater.stripe.base", stripe::address);
                registry.add("stillwater.stripe.read-timeout", () -> "1s");
            };
        }

        @Bean
        Heard heard() {
            return new Heard();
        }
    }

    @MockitoBean Enrollment enrollment;

    @Autowired FakeStripe stripe;

    @Autowired Heard heard;

    @Autowired Billing billing;

    @Autowired Scheduler tasks;

    @Autowired TestClock clock;

    @Autowired TransactionTemplate transaction;

    @Autowired ApplicationEventPublisher events;

    @Autowired JdbcClient jdbc;

    @LocalServerPort int port;

    final Actor staff = Actors.staff(Actor.Kind.BILLING);
    PatientId patient;

    @BeforeEach
    void somebodyNew() {
        patient = PatientId.next();
        when(enrollment.patient(any())).thenAnswer(asked -> view(asked.getArgument(0)));
        stripe.behaves();
        stripe.tells(door(), SECRET);
    }

    /** What one test left open is not the next one's. */
    @AfterEach
    void allIsSettled() {
        stripe.behaves();
        stripe.resendsWebhooks();
        waitUntilAllNewsIsHeard();
        waitUntilNothingIsDue();
    }

    URI door() {
        return URI.create("http://localhost:" + port + "/webhooks/stripe");
    }

    String email() {
        return "p" + patient.toString().substring(0, 8) + "@example.org";
    }

    void savesCard(String number) {
        typesCard(number);
        waitUntil(() -> asPatient(() -> billing.planOf(patient)).card().onFile());
    }

    void typesCard(String number) {
        var page = asPatient(() -> billing.saveCard(patient, BACK, BACK));
        stripe.typesCard(page, number);
    }

    PrescriptionApproved approved() {
        var news = decision();
        happens(news);
        return news;
    }

    PrescriptionApproved decision() {
        return new PrescriptionApproved(
                DecisionId.next(),
                RequestId.next(),
                patient,
                PhysicianId.next(),
                PharmacyId.next(),
                clock.instant());
    }

    PrescriptionDeclined declined() {
        var news =
                new PrescriptionDeclined(
                        DecisionId.next(),
                        RequestId.next(),
                        patient,
                        PhysicianId.next(),
                        clock.instant());
        happens(news);
        return news;
    }

    /** A good card, an approved decision, and the first month paid. */
    InvoiceView paysTheFirstMonth() {
        savesCard(FakeStripe.GOOD_CARD);
        approved();
        waitUntil(() -> told(FirstInvoicePaid.class).size() == 1);
        return account().invoices().getFirst();
    }

    AccountView account() {
        return Actors.as(staff, () -> billing.account(patient));
    }

    PlanStage planStage() {
        return asPatient(() -> billing.planOf(patient)).stage();
    }

    Stage stage() {
        return account().stage();
    }

    <T extends DomainEvent> List<T> told(Class<T> kind) {
        return heard.news().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(news -> patient.equals(news.subject()))
                .toList();
    }

    /** What Stripe has of a kind for this patient. */
    List<JsonNode> atStripe(String kind) {
        var customer = account().customer();
        return stripe.all(kind).stream()
                .filter(one -> one.path("customer").asString("").equals(customer))
                .toList();
    }

    long takenFromTheCard() {
        return atStripe("charge").stream()
                .filter(charge -> charge.path("paid").asBoolean())
                .mapToLong(charge -> charge.path("amount").asLong())
                .sum();
    }

    long asked(String request) {
        return stripe.log().stream().filter(request::equals).count();
    }

    void happens(DomainEvent news) {
        Actors.asTheProgram(() -> transaction.executeWithoutResult(_ -> events.publishEvent(news)));
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

    void waitUntilAllNewsIsHeard() {
        waitUntil(
                () ->
                        count(
                                        "select count(*) from events.event_publication where completion_date is null")
                                == 0);
    }

    /** Everything that is due now has been done; whatever comes back, comes back later. */
    void waitUntilNothingIsDue() {
        waitUntil(
                () ->
                        count(
                                        "select count(*) from events.scheduled_tasks where picked or execution_time <= ?",
                                        Timestamp.from(clock.instant()))
                                == 0);
    }

    List<String> work() {
        return Actors.as(staff, billing::work).stream()
                .filter(row -> patient.equals(row.patient()))
                .map(WorkRow::what)
                .toList();
    }

    <T> T asPatient(Supplier<T> work) {
        return Actors.as(Actors.patient(patient), work::get);
    }

    private static PatientView view(PatientId patient) {
        return new PatientView(
                patient,
                "Rosa Delgado",
                LocalDate.parse("1984-04-17"),
                "+13055550142",
                "p" + patient.toString().substring(0, 8) + "@example.org",
                new Address("14 Alder Street", "", "Miami", UsState.FL, "33101"),
                "12086",
                "Miami-Dade",
                UsState.FL,
                ZoneId.of("America/New_York"));
    }
}
