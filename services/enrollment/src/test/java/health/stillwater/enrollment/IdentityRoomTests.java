package health.stillwater.enrollment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import health.stillwater.enrollment.IdentityView.Status;
import health.stillwater.kernel.Refusal;
import health.stillwater.sandbox.FakeIdentity.Notice;
import health.stillwater.sandbox.IdentityResult;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class IdentityRoomTests extends EnrollmentRoom {

    @Autowired IdentityWebhook webhook;

    @BeforeEach
    void aPatientWhoSaidWhoTheyAre() {
        described();
    }

    @Test
    void aSignedNoticeSettlesTheCheck(AssertablePublishedEvents published) {
        var notice = finished(IdentityResult.VERIFIED);

        assertThat(post(notice)).isEqualTo(202);

        waitUntil(() -> status() == Status.VERIFIED);
        assertThat(steps()).containsEntry(EnrollmentView.Step.IDENTITY, true);
        assertThat(published)
                .contains(IdentityProofed.class)
                .matching(IdentityProofed::subject, patient);
    }

    @Test
    void aNoticeWithAFlippedByteIsRefusedAndNotKept() {
        var notice = finished(IdentityResult.VERIFIED);
        var bytes = notice.body().getBytes(UTF_8);
        bytes[bytes.length / 2] ^= 1;

        assertThat(post(notice.headers(), bytes)).isEqualTo(401);
        assertThat(kept(notice)).isZero();
        assertThat(status()).isEqualTo(Status.WAITING);
    }

    @Test
    void aNoticeWithoutItsSignatureUnderAnotherSecretOrFromYesterdayIsRefused() throws Exception {
        var notice = finished(IdentityResult.VERIFIED);
        var body = notice.body().getBytes(UTF_8);
        var foreign = new Webhook("whsec_b3RoZXJvdGhlcm90aGVyb3RoZXJvdGhlcg==");
        var ours = new Webhook(SECRET);
        var now = Instant.now().getEpochSecond();
        var yesterday = now - 86400;

        assertThat(post(Map.of(), body)).isEqualTo(401);
        assertThat(
                        post(
                                signed(
                                        notice.id(),
                                        now,
                                        foreign.sign(notice.id(), now, notice.body())),
                                body))
                .isEqualTo(401);
        assertThat(
                        post(
                                signed(
                                        notice.id(),
                                        yesterday,
                                        ours.sign(notice.id(), yesterday, notice.body())),
                                body))
                .isEqualTo(401);
        assertThat(post(signed("msg_other", now, ours.sign(notice.id(), now, notice.body())), body))
                .isEqualTo(401);
        assertThat(kept(notice)).isZero();
    }

    @Test
    void aNoticeThatComesAgainChangesNothing(AssertablePublishedEvents published) {
        var notice = finished(IdentityResult.VERIFIED);
        post(notice);
        waitUntil(() -> status() == Status.VERIFIED);

        assertThat(post(notice)).isEqualTo(202);
        assertThat(
                        count(
                                "select count(*) from events.scheduled_tasks where task_instance = ?",
                                notice.id()))
                .isZero();

        assertThat(kept(notice)).isEqualTo(1);
        assertThat(
                        published
                                .ofType(IdentityProofed.class)
                                .matching(news -> news.subject().equals(patient)))
                .hasSize(1);
    }

    @Test
    void aNoticeOnlySaysWhereToLook() throws Exception {
        var notice = finished(IdentityResult.LIVENESS);
        var body = notice.body().replace("\"status\":\"failed\"", "\"status\":\"verified\"");
        var now = Instant.now().getEpochSecond();
        var headers = signed(notice.id(), now, new Webhook(SECRET).sign(notice.id(), now, body));

        assertThat(post(headers, body.getBytes(UTF_8))).isEqualTo(202);

        waitUntil(() -> status() == Status.FAILED);
        assertThat(as(() -> enrollment.identity(patient)).troubles())
                .containsExactly("The live camera check did not succeed. More light may help.");
    }

    @Test
    void aNoticeAboutASessionWeDidNotOpenIsKeptForAPerson() throws Exception {
        var id = "msg_" + UUID.randomUUID();
        var body = "{\"session\":\"ids_unknown\"}";
        var now = Instant.now().getEpochSecond();

        assertThat(
                        post(
                                signed(id, now, new Webhook(SECRET).sign(id, now, body)),
                                body.getBytes(UTF_8)))
                .isEqualTo(202);

        waitUntil(
                () ->
                        count(
                                        "select count(*) from enrollment.identity_notice where id = ? and trouble is not null",
                                        id)
                                == 1);
    }

    @Test
    void aLostNoticeIsMadeUpForByAsking() {
        as(() -> enrollment.startIdentityCheck(patient, BACK));
        vendor.losesTheNextNotice();
        vendor.finishes(vendor.references().getLast(), IdentityResult.VERIFIED);
        assertThat(status()).isEqualTo(Status.WAITING);

        asked();

        assertThat(status()).isEqualTo(Status.VERIFIED);
    }

    @Test
    void aCheckBegunTwiceIsTheSamePage() {
        var page = start();

        assertThat(start()).isEqualTo(page);
        assertThat(
                        count(
                                "select count(*) from enrollment.identity_check where patient_id = ?",
                                patient.value()))
                .isEqualTo(1);
    }

    @Test
    void aReplyThatBrokeOffOpensNoSecondSession() {
        long before = vendor.references().size();
        vendor.breaksTheNextReply();
        assertThatThrownBy(this::start)
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("try again");

        start();

        assertThat(vendor.references()).hasSize((int) before + 1);
        assertThat(status()).isEqualTo(Status.WAITING);
    }

    @Test
    void aSilentVendorLosesNothing() {
        vendor.isDown();
        assertThatThrownBy(this::start).isInstanceOf(Refusal.Forbidden.class);

        vendor.isUp();
        assertThat(start().toString()).contains("/verify/");
    }

    @Test
    void whoeverFailedMayTryAgainAndWhoeverPassedNeedNot() {
        post(finished(IdentityResult.DOCUMENT));
        waitUntil(() -> status() == Status.FAILED);
        clock.passes(Duration.ofSeconds(1));

        proofed();

        assertThat(status()).isEqualTo(Status.VERIFIED);
        assertThatThrownBy(this::start).isInstanceOf(Refusal.Overtaken.class);
    }

    @Test
    void aProofDoesNotHoldForAnotherAddress() {
        proofed();

        as(() -> enrollment.describe(patient, rosaAt("15 Alder Street")));

        assertThat(status()).isEqualTo(Status.NOT_STARTED);
        var request = as(() -> enrollment.of(patient)).request();
        assertThat(as(() -> enrollment.factsOf(request)).identity()).isNull();
    }

    private URI start() {
        return as(() -> enrollment.startIdentityCheck(patient, BACK));
    }

    private Status status() {
        return as(() -> enrollment.identity(patient)).status();
    }

    private Notice finished(IdentityResult result) {
        start();
        vendor.finishes(vendor.references().getLast(), result);
        return vendor.notices().getLast();
    }

    private long kept(Notice notice) {
        return count("select count(*) from enrollment.identity_notice where id = ?", notice.id());
    }

    private static Map<String, String> signed(String id, long at, String signature) {
        return Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                String.valueOf(at),
                "webhook-signature",
                signature);
    }

    private int post(Notice notice) {
        return post(notice.headers(), notice.body().getBytes(UTF_8));
    }

    private int post(Map<String, String> headers, byte[] body) {
        var request = MockMvcTester.of(webhook).post().uri("/webhooks/identity").content(body);
        headers.forEach(request::header);
        return request.exchange().getResponse().getStatus();
    }
}
