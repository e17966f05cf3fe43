package health.stillwater;

import static health.stillwater.testing.Actors.as;
import static health.stillwater.testing.Actors.does;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import health.stillwater.billing.AccountView;
import health.stillwater.billing.Billing;
import health.stillwater.billing.NoticeView;
import health.stillwater.billing.TimelineRow;
import health.stillwater.checkins.CheckIns;
import health.stillwater.checkins.CheckInsView;
import health.stillwater.checkins.CheckInsView.Direction;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.enrollment.IdentityView;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.UsState;
import health.stillwater.pharmacy.OrderId;
import health.stillwater.pharmacy.PharmacyOrders;
import health.stillwater.sandbox.FakeIdentity.Notice;
import health.stillwater.sandbox.FakeStripe;
import health.stillwater.sandbox.IdentityResult;
import health.stillwater.sandbox.Sandbox;
import health.stillwater.testing.Actors;
import health.stillwater.testing.TestClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the doors for Stripe, Twilio and the identity vendor let through, over HTTP, as in life. */
class WebhookTests extends WholeSystem {

    private static final URI BACK = URI.create("http://localhost/patient");

    @Autowired Practices practices;

    @Autowired Care care;

    @Autowired Enrollment enrollment;

    @Autowired Billing billing;

    @Autowired PharmacyOrders orders;

    @Autowired CheckIns checkIns;

    @Autowired Sandbox sandbox;

    @Autowired TestClock clock;

    @LocalServerPort int port;

    @AfterEach
    void everybodyOutsideBehaves() {
        sandbox.stripe().behaves();
        sandbox.identity().verifiesEveryone();
    }

    @Test
    void ofStripeOneFlippedByteIsRefusedAndTheSameTwiceHasOneEffect() throws Exception {
        sandbox.stripe().losesWebhooks();
        var patient = care.described(UsState.FL, Care.MIAMI_DADE);
        var me = Actors.patient(patient);
        var page = as(me, () -> billing.saveCard(patient, BACK, BACK));
        sandbox.stripe().typesCard(page, FakeStripe.GOOD_CARD);
        var words = latestEvent("checkout.session.completed");
        var signed = signedByStripe(words);

        assertThat(knock("stripe", signed, flipped(words))).isEqualTo(400);
        assertThat(accountOf(patient).notices()).isEmpty();
        assertThat(as(me, () -> billing.cardOnFile(patient))).isFalse();

        assertThat(knock("stripe", signed, words.getBytes(UTF_8))).isEqualTo(202);
        care.waitUntil(() -> as(me, () -> billing.cardOnFile(patient)));
        var once = accountOf(patient);
        assertThat(knock("stripe", signed, words.getBytes(UTF_8))).isEqualTo(202);
        care.waitUntil(() -> as(me, () -> billing.cardOnFile(patient)));
        assertThat(accountOf(patient)).isEqualTo(once);
    }

    @Test
    void aPaymentToldTwiceOrSpoiledOnItsWayIsOnePayment() {
        sandbox.stripe().repeatsWebhooks();
        sandbox.stripe().corruptsTheNextWebhook();
        var practice = practices.in(UsState.FL, Care.MIAMI_DADE, "gulfside");
        var account = accountOf(practice.treated());

        assertThat(account.invoices()).hasSize(1);
        assertThat(account.notices()).extracting(NoticeView::id).doesNotHaveDuplicates();
        assertThat(account.timeline())
                .extracting(TimelineRow::words)
                .filteredOn(words -> words.startsWith("Invoice"))
                .hasSize(1);
        assertThat(as(Actors.patient(practice.treated()), () -> orders.of(practice.treated())))
                .hasSize(1);
    }

    @Test
    void ofTwilioATextSignedForAnotherAddressIsRefusedAndTheSameTwiceHasOneEffect() {
        var patient = texted(practices.in(UsState.NJ, Care.ESSEX, "garden-state"));
        var phone = care.phoneOf(patient);
        var elsewhere = "https://elsewhere.example/webhooks/twilio/inbound";
        var here = String.valueOf(sandbox.twilio().account().inbound());
        var stop = sid();

        assertThat(sandbox.twilio().receives(phone, "STOP", stop, elsewhere)).isEqualTo(403);
        assertThat(wordsFrom(patient)).isZero();
        assertThat(sandbox.twilio().receives(phone, "STOP", stop, here)).isEqualTo(200);
        care.waitUntil(() -> wantsNoTexts(patient));
        assertThat(sandbox.twilio().receives(phone, "START", sid(), here)).isEqualTo(200);
        care.waitUntil(() -> !wantsNoTexts(patient));

        assertThat(sandbox.twilio().receives(phone, "STOP", stop, here)).isEqualTo(200);
        assertThat(sandbox.twilio().receives(phone, "7", sid(), here)).isEqualTo(200);
        care.waitUntil(() -> wordsFrom(patient) >= 3 && checkInsOf(patient).points().size() == 1);
        assertThat(wordsFrom(patient)).isEqualTo(3);
        assertThat(wantsNoTexts(patient)).isFalse();
    }

    @Test
    void ofTheIdentityVendorOneFlippedByteIsRefusedAndTheSameTwiceHasOneEffect() throws Exception {
        sandbox.identity().letsPeopleChoose();
        sandbox.identity().losesTheNextNotice();
        var patient = care.described(UsState.FL, Care.MIAMI_DADE);
        as(Actors.patient(patient), () -> enrollment.startIdentityCheck(patient, BACK));
        sandbox.identity()
                .finishes(sandbox.identity().references().getLast(), IdentityResult.VERIFIED);
        var notice = sandbox.identity().notices().getLast();

        assertThat(knock("identity", notice.headers(), flipped(notice.body()))).isEqualTo(401);
        assertThat(identityOf(patient)).isEqualTo(IdentityView.Status.WAITING);

        assertThat(bring(notice)).isEqualTo(202);
        care.waitUntil(() -> identityOf(patient) == IdentityView.Status.VERIFIED);
        var once = as(Actors.patient(patient), () -> enrollment.identity(patient));
        assertThat(bring(notice)).isEqualTo(202);
        assertThat(as(Actors.patient(patient), () -> enrollment.identity(patient))).isEqualTo(once);
    }

    /** The parcel has come, and so has the first question. */
    private PatientId texted(Practice practice) {
        var pharmacist = Actors.pharmacist(practice.pharmacy());
        var patient = practice.treated();
        var order = as(Actors.patient(patient), () -> orders.of(patient)).getFirst().id();
        does(pharmacist, () -> fill(order, practice));
        care.waitUntil(() -> checkInsOf(patient).next() != null);
        clock.standsAt(checkInsOf(patient).next());
        care.waitUntil(() -> !sandbox.twilio().sentTo(care.phoneOf(patient)).isEmpty());
        return patient;
    }

    private void fill(OrderId order, Practice practice) {
        orders.accept(order, practice.pharmacy());
        orders.startCompounding(order, practice.pharmacy());
        orders.ship(order, practice.pharmacy(), "UPS", "1Z999AA10123456784");
        orders.deliver(order, practice.pharmacy(), clock.instant());
    }

    private String latestEvent(String type) {
        return sandbox.stripe().all("event").stream()
                .filter(event -> event.path("type").asString("").equals(type))
                .findFirst()
                .orElseThrow()
                .toString();
    }

    private Map<String, String> signedByStripe(String words) throws GeneralSecurityException {
        var secret = sandbox.addresses().stripeWebhookSecret();
        var now = clock.instant().getEpochSecond();
        return Map.of(
                "Stripe-Signature", Webhook.Signature.generateSignatureHeader(words, secret, now));
    }

    private static byte[] flipped(String words) {
        var bytes = words.getBytes(UTF_8);
        bytes[bytes.length / 2] ^= 1;
        return bytes;
    }

    private int bring(Notice notice) throws IOException, InterruptedException {
        return knock("identity", notice.headers(), notice.body().getBytes(UTF_8));
    }

    private int knock(String door, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        var address = URI.create("http://localhost:" + port + "/webhooks/" + door);
        var request =
                HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static String sid() {
        return "SM" + UUID.randomUUID().toString().replace("-", "");
    }

    private AccountView accountOf(PatientId patient) {
        return as(Actors.staff(Actor.Kind.BILLING), () -> billing.account(patient));
    }

    private CheckInsView checkInsOf(PatientId patient) {
        return as(Actors.patient(patient), () -> checkIns.of(patient));
    }

    private long wordsFrom(PatientId patient) {
        return checkInsOf(patient).messages().stream()
                .filter(message -> message.direction() == Direction.FROM_PATIENT)
                .count();
    }

    private boolean wantsNoTexts(PatientId patient) {
        return as(Actors.patient(patient), () -> enrollment.of(patient)).textsStopped();
    }

    private IdentityView.Status identityOf(PatientId patient) {
        return as(Actors.patient(patient), () -> enrollment.identity(patient)).status();
    }
}
