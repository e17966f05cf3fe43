package health.stillwater.billing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import health.stillwater.sandbox.FakeStripe;
import health.stillwater.testing.Actors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class WebhookRoomTests extends BillingRoom {

    @Autowired StripePlans stripePlans;

    @Autowired PlanFile planFile;

    @Test
    void aSignedWebhookIsKeptOnceAndReadOnce() {
        var id = anId();
        var payload = webhook(id, "customer.created", "cus_1");

        assertThat(knock(payload)).isEqualTo(202);
        waitUntil(() -> kept(id, "IGNORED") == 1);
        assertThat(knock(payload)).isEqualTo(202);
        assertThat(count("select count(*) from events.scheduled_tasks where task_instance = ?", id))
                .isZero();
        assertThat(kept(id)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 1})
    void oneFlippedByteIsRefusedAndNotKept(double where) {
        var id = anId();
        var payload = webhook(id, "invoice.paid", "in_1");
        var bytes = payload.getBytes(UTF_8);
        bytes[(int) ((bytes.length - 1) * where)] ^= 1;

        assertThat(knock(bytes, signature(payload, SECRET, Duration.ZERO))).isEqualTo(400);
        assertThat(kept(id)).isZero();
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        var payload = webhook(anId(), "invoice.paid", "in_1");
        var bytes = payload.getBytes(UTF_8);
        bytes[bytes.length / 2] = (byte) 0xff;
        assertThat(knock(bytes, signature(payload, SECRET, Duration.ZERO))).isEqualTo(400);
    }

    @Test
    void noSignatureAForeignSecretAndAnOldSignatureAreRefused() {
        var id = anId();
        var payload = webhook(id, "invoice.paid", "in_1");
        var bytes = payload.getBytes(UTF_8);

        assertThat(knock(bytes, "")).isEqualTo(400);
        assertThat(knock(bytes, "t=1,v1=00")).isEqualTo(400);
        assertThat(knock(bytes, signature(payload, "whsec_of_somebody_else", Duration.ZERO)))
                .isEqualTo(400);
        assertThat(knock(bytes, signature(payload, SECRET, Duration.ofMinutes(6)))).isEqualTo(400);
        assertThat(kept(id)).isZero();
    }

    @Test
    void whileTheSecretIsChangedBothAreGood() {
        var id = anId();
        var payload = webhook(id, "customer.created", "cus_1");
        assertThat(
                        knock(
                                payload.getBytes(UTF_8),
                                signature(payload, OLD_SECRET, Duration.ofMinutes(4))))
                .isEqualTo(202);
        assertThat(kept(id)).isEqualTo(1);
    }

    @Test
    void signedWordsWeCannotReadAreKeptForAPerson() {
        long before = work("a webhook of Stripe's cannot be read");
        assertThat(knock("not JSON at all")).isEqualTo(202);
        assertThat(knock("not JSON at all")).isEqualTo(202);
        assertThat(work("a webhook of Stripe's cannot be read")).isEqualTo(before + 1);
    }

    @Test
    void aWebhookChangedOnItsWayIsSentAgainAndThenBelieved() {
        stripe.corruptsTheNextWebhook();
        savesCard(FakeStripe.GOOD_CARD);
        approved();
        waitUntil(() -> told(FirstInvoicePaid.class).size() == 1);
        assertThat(takenFromTheCard()).isEqualTo(PRICE.cents());
    }

    @Test
    void everyWebhookTwiceHasNoEffectTwice() {
        stripe.repeatsWebhooks();
        paysTheFirstMonth();
        waitUntil(
                () ->
                        account().notices().stream()
                                .anyMatch(notice -> notice.type().equals("invoice.paid")));
        waitUntilNothingIsDue();

        assertThat(told(FirstInvoicePaid.class)).hasSize(1);
        assertThat(told(SubscriptionStarted.class)).hasSize(1);
        assertThat(told(CardSaved.class)).hasSize(1);
        assertThat(takenFromTheCard()).isEqualTo(PRICE.cents());
        assertThat(account().invoices()).hasSize(1);
        assertThat(account().timeline().stream().map(TimelineRow::words))
                .filteredOn(words -> words.startsWith("Invoice"))
                .hasSize(1);
        assertThat(account().notices().stream().map(NoticeView::id)).doesNotHaveDuplicates();
    }

    @Test
    void webhooksInTheWrongOrderEndWhereStripeStands() {
        stripe.reordersWebhooks();
        savesCard(FakeStripe.CARD_DECLINED_AT_CHARGING);
        approved();
        waitUntil(() -> planStage() == PlanStage.PAST_DUE);
        typesCard(FakeStripe.GOOD_CARD);
        waitUntil(() -> told(FirstInvoicePaid.class).size() == 1);
        waitUntilNothingIsDue();

        assertThat(stage()).isEqualTo(Stage.ACTIVE);
        assertThat(takenFromTheCard()).isEqualTo(PRICE.cents());
    }

    @Test
    void anAnswerThatComesLateDoesNotUndoALaterOne() {
        savesCard(FakeStripe.CARD_DECLINED_AT_CHARGING);
        approved();
        waitUntil(() -> planStage() == PlanStage.PAST_DUE);
        var subscription = atStripe("subscription").getFirst().path("id").asString("");
        var old = stripePlans.plan(subscription);
        typesCard(FakeStripe.GOOD_CARD);
        waitUntil(() -> told(FirstInvoicePaid.class).size() == 1);
        waitUntilNothingIsDue();

        assertThat(old)
                .isInstanceOfSatisfying(
                        StripeReply.Told.class,
                        told ->
                                Actors.asTheProgram(
                                        () -> planFile.standsAtStripe((PlanAtStripe) told.what())));
        assertThat(stage()).isEqualTo(Stage.ACTIVE);
        assertThat(account().invoices())
                .singleElement()
                .extracting(InvoiceView::stage)
                .isEqualTo(InvoiceStage.PAID);
        assertThat(told(ChargeFailed.class)).hasSize(1);
    }

    @Test
    void oldNewsOfAFailureDoesNotUndoAPayment() {
        var invoice = paysTheFirstMonth();
        var there = atStripe("invoice").getFirst().path("id").asString("");
        var subscription = atStripe("subscription").getFirst().path("id").asString("");
        for (var payload :
                List.of(
                        webhook(anId(), "invoice.payment_failed", there),
                        webhook(anId(), "customer.subscription.deleted", subscription))) {
            assertThat(knock(payload)).isEqualTo(202);
        }
        waitUntilNothingIsDue();

        assertThat(stage()).isEqualTo(Stage.ACTIVE);
        assertThat(account().invoices()).singleElement().isEqualTo(invoice);
        assertThat(told(ChargeFailed.class)).isEmpty();
        assertThat(told(SubscriptionEnded.class)).isEmpty();
    }

    @Test
    void theVersionAWebhookIsWrittenInDoesNotMatter() {
        stripe.webhooksSpeak("2019-05-16");
        paysTheFirstMonth();
        waitUntil(
                () ->
                        account().notices().stream()
                                .anyMatch(notice -> notice.stage() == NoticeStage.DONE));
    }

    @Test
    void whatWeDoNotKnowIsAMatterForAPerson() {
        var payload = webhook(anId(), "customer.subscription.created", "sub_nobody_knows");
        long before = work("Stripe does not show us what it told us of");
        assertThat(knock(payload)).isEqualTo(202);
        waitUntil(() -> work("Stripe does not show us what it told us of") == before + 1);
    }

    @Test
    void aPaymentDisputedAtTheBankIsAMatterForAPersonOnce() {
        var dispute = "dp_" + UUID.randomUUID();
        var payload = webhook(anId(), "charge.dispute.created", dispute);
        knock(payload);
        knock(payload);
        waitUntil(() -> work("a payment is disputed at the bank: " + dispute) == 1);
        waitUntilNothingIsDue();
        assertThat(work("a payment is disputed at the bank: " + dispute)).isEqualTo(1);
    }

    @Test
    void asLongAsStripeIsAwayAWebhookWaits() {
        paysTheFirstMonth();
        var id = anId();
        var subscription = atStripe("subscription").getFirst().path("id").asString("");
        stripe.isDown();
        assertThat(knock(webhook(id, "customer.subscription.updated", subscription)))
                .isEqualTo(202);
        waitUntilNothingIsDue();
        assertThat(kept(id, "KEPT")).isEqualTo(1);

        stripe.isUp();
        clock.passes(Duration.ofMinutes(5));
        waitUntil(() -> kept(id, "DONE") == 1);
    }

    /** Knocks at the door with these bytes, signed as Stripe signs. */
    private int knock(byte[] body, String signature) {
        var request =
                HttpRequest.newBuilder(door())
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(BodyPublishers.ofByteArray(body));
        if (!signature.isEmpty()) {
            request.header("Stripe-Signature", signature);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(closing);
        }
    }

    private int knock(String payload) {
        return knock(payload.getBytes(UTF_8), signature(payload, SECRET, Duration.ZERO));
    }

    private String signature(String payload, String secret, Duration age) {
        try {
            return Webhook.Signature.generateSignatureHeader(
                    payload, secret, clock.instant().minus(age).getEpochSecond());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String anId() {
        return "evt_" + UUID.randomUUID();
    }

    private static String webhook(String id, String type, String object) {
        return "{\"id\":\"%s\",\"object\":\"event\",\"type\":\"%s\",\"data\":{\"object\":{\"id\":\"%s\"}}}"
                .formatted(id, type, object);
    }

    private long kept(String id) {
        return count("select count(*) from billing.notice where id = ?", id);
    }

    private long kept(String id, String stage) {
        return count("select count(*) from billing.notice where id = ? and stage = ?", id, stage);
    }

    private long work(String what) {
        return Actors.as(staff, billing::work).stream()
                .filter(row -> row.what().startsWith(what))
                .count();
    }
}
