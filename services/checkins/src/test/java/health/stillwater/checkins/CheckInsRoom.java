package health.stillwater.checkins;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.Scheduler;
import health.stillwater.enrollment.Contact;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import health.stillwater.pharmacy.OrderDelivered;
import health.stillwater.pharmacy.OrderId;
import health.stillwater.review.FollowUpReason;
import health.stillwater.review.ReviewQueue;
import health.stillwater.sandbox.FakeTwilio;
import health.stillwater.sandbox.TwilioAccount;
import health.stillwater.sandbox.TwilioText;
import health.stillwater.testing.Actors;
import health.stillwater.testing.DueTasks;
import health.stillwater.testing.RealParts;
import health.stillwater.testing.TestClock;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.ObjectProvider;
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
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The room on a real database, and Twilio as the sandbox pretends it, knocking at the room's own
 * door.
 */
@ApplicationModuleTest(extraIncludes = "runtime", verifyAutomatically = false)
@Import({RealParts.class, CheckInsRoom.Outside.class})
@TestPropertySource("classpath:health/stillwater/testing/room.properties")
abstract class CheckInsRoom {

    static final ZoneId MIAMI = ZoneId.of("America/New_York");
    static final ZoneId PENSACOLA = ZoneId.of("America/Chicago");
    static final String ADDRESS = "https://stillwater.example";
    static final URI INBOUND = URI.create(ADDRESS + "/webhooks/twilio/inbound");

    private static final AtomicInteger PHONES = new AtomicInteger(5550000);

    @TestConfiguration(proxyBeanMethods = false)
    static class Outside {

        @Bean
        static FakeTwilio pretendedTwilio(TestClock clock, ObjectProvider<TwilioWebhook> webhook) {
            return new FakeTwilio(
                    TwilioAccount.sandbox(INBOUND),
                    clock,
                    (to, headers, body) -> post(webhook, to, headers, body));
        }

        /** As a proxy passes it on: scheme and host are no longer those that Twilio called. */
        private static int post(
                ObjectProvider<TwilioWebhook> webhook,
                URI to,
                Map<String, String> headers,
                String body) {
            var query = to.getRawQuery() == null ? "" : "?" + to.getRawQuery();
            var behindTheProxy = URI.create("http://localhost" + to.getRawPath() + query);
            var request =
                    MockMvcTester.of(webhook.getObject()).post().uri(behindTheProxy).content(body);
            headers.forEach(request::header);
            return request.exchange().getResponse().getStatus();
        }

        @Bean
        static DynamicPropertyRegistrar whereItIs(FakeTwilio twilio) {
            return registry -> {
                registry.add("stillwater.public-url", () -> ADDRESS);
                registry.add("stillwater.twilio.account-sid", () -> twilio.account().sid());
                registry.add("stillwater.twilio.auth-token", () -> twilio.account().authToken());
                registry.add(
                        "stillwater.twilio.messaging-service-sid",
                        () -> twilio.account().messagingServiceSid());
                registry.add("stillwater.twilio.base", twilio::address);
                registry.add("stillwater.twilio.timeout", () -> "2s");
            };
        }
    }

    /**
     * What the physicians are asked to look after; told again in the same words, it is no other
     * cause for them.
     */
    record Cause(PatientId patient, FollowUpReason reason, String about) {}

    @MockitoBean Enrollment enrollment;

    @MockitoBean ReviewQueue review;

    @Autowired FakeTwilio twilio;

    @Autowired CheckIns checkIns;

    @Autowired Scheduler tasks;

    @Autowired TestClock clock;

    @Autowired TransactionTemplate transaction;

    @Autowired ApplicationEventPublisher events;

    @Autowired JdbcClient jdbc;

    final Queue<Cause> causes = new ConcurrentLinkedQueue<>();
    final Map<PatientId, Contact> contacts = new ConcurrentHashMap<>();
    PatientId rosa;
    String phone;

    @BeforeEach
    void somebodyNewInMiami() {
        clock.standsAt(TestClock.START);
        jdbc.sql("delete from events.scheduled_tasks where task_name = 'checkins.send'").update();
        causes.clear();
        when(enrollment.contactOf(any()))
                .thenAnswer(asked -> contacts.get(asked.<PatientId>getArgument(0)));
        doAnswer(asked -> wishes(asked.getArgument(0), false)).when(enrollment).stopTexts(any());
        doAnswer(asked -> wishes(asked.getArgument(0), true)).when(enrollment).allowTexts(any());
        doAnswer(
                        asked ->
                                told(
                                        new Cause(
                                                asked.getArgument(0),
                                                asked.getArgument(1),
                                                asked.getArgument(2))))
                .when(review)
                .openFollowUp(any(), any(), any());
        rosa = livesIn(MIAMI);
        phone = contacts.get(rosa).phone();
    }

    PatientId livesIn(ZoneId zone) {
        var patient = PatientId.next();
        contacts.put(patient, new Contact("+1813" + PHONES.incrementAndGet(), zone, true));
        return patient;
    }

    private Void wishes(PatientId patient, boolean texts) {
        contacts.computeIfPresent(
                patient, (_, contact) -> new Contact(contact.phone(), contact.zone(), texts));
        return null;
    }

    private Void told(Cause cause) {
        if (cause.patient().equals(rosa)) {
            causes.add(cause);
        }
        return null;
    }

    OrderId delivered(PatientId patient, Instant at) {
        var order = OrderId.next();
        clock.standsAt(at);
        happens(new OrderDelivered(order, RequestId.next(), patient, at));
        waitUntilAllNewsIsHeard();
        return order;
    }

    /** Delivered yesterday, and the first check-in is at Twilio. */
    void asked() {
        delivered(rosa, Instant.parse("2026-11-23T17:00:00Z"));
        clock.standsAt(TestClock.START);
        waitUntil(() -> textsTo(rosa).size() == 1);
    }

    /** The patient writes; what they wrote has been read. */
    void writes(String words) {
        twilio.receives(phone, words);
        waitUntilAllIsRead();
    }

    void waitUntilAllIsRead() {
        waitUntil(() -> count("select count(*) from checkins.reply where read_at is null") == 0);
        waitUntil(() -> tasksDue("checkins.read-reply") == 0);
    }

    List<TwilioText> textsTo(PatientId patient) {
        return twilio.sentTo(contacts.get(patient).phone());
    }

    List<String> wordsTo(PatientId patient) {
        return textsTo(patient).stream().map(TwilioText::body).toList();
    }

    List<Instant> plannedFor(PatientId patient) {
        return Actors.as(
                Actor.system("test"),
                () ->
                        transaction.execute(
                                _ ->
                                        jdbc
                                                .sql(
                                                        "select due_at from checkins.text_message where patient_id = ? and stage = 'PLANNED'")
                                                .param(patient.value())
                                                .query(
                                                        (row, _) ->
                                                                row.getTimestamp("due_at")
                                                                        .toInstant())
                                                .list()
                                                .stream()
                                                .sorted(Comparator.naturalOrder())
                                                .toList()));
    }

    long count(String sql, Object... parameters) {
        return Actors.as(Actor.system("test"), () -> counted(sql, parameters));
    }

    long counted(String sql, Object... parameters) {
        return transaction.execute(
                _ -> jdbc.sql(sql).params(parameters).query(Long.class).single());
    }

    private long tasksDue(String name) {
        return count("select count(*) from events.scheduled_tasks where task_name = ?", name);
    }

    void happens(DomainEvent news) {
        Actors.asTheProgram(() -> transaction.executeWithoutResult(_ -> events.publishEvent(news)));
    }

    void waitUntilAllNewsIsHeard() {
        waitUntil(
                () ->
                        count(
                                        "select count(*) from events.event_publication where completion_date is null")
                                == 0);
    }

    void waitUntil(BooleanSupplier so) {
        DueTasks.runUntil(tasks, clock, so);
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

    static <T> T as(Actor actor, Supplier<T> work) {
        return Actors.as(actor, work::get);
    }
}
