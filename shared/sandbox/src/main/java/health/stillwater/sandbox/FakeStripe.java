package health.stillwater.sandbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.Slf4jNotifier;
import health.stillwater.sandbox.FakeStripeMishaps.Mishap;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Stripe, pretended: customers, cards saved on a hosted page, subscriptions with their invoices,
 * refunds, idempotency keys, and signed webhooks back. The real SDK talks to it over HTTP. It keeps
 * what it was told, and it fails on demand.
 */
public final class FakeStripe implements AutoCloseable {

    /** The version of the API it speaks, that of stripe-java 33.3.0. */
    public static final String VERSION = "2026-07-29.dahlia";

    public static final String GOOD_CARD = "4242424242424242";
    public static final String GOOD_MASTERCARD = "5555555555554444";
    public static final String CARD_DECLINED_AT_SAVING = "4000000000000002";
    public static final String CARD_DECLINED_AT_CHARGING = "4000000000000341";

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final FakeStripeStore store;
    private final FakeStripeMishaps mishaps = new FakeStripeMishaps();
    private final FakeStripeWebhooks webhooks;
    private final FakeStripeServer stripe;
    private final WireMockServer server;

    /** On any free port, forgetting everything in the end; for tests. */
    public FakeStripe(Clock clock) {
        this(0, clock, null);
    }

    /**
     * @param port 0 for any free port
     * @param file where it keeps what it knows between runs; null for nowhere
     */
    public FakeStripe(int port, Clock clock, @Nullable Path file) {
        store = new FakeStripeStore(clock, file);
        webhooks = new FakeStripeWebhooks(store);
        stripe = new FakeStripeServer(store, mishaps, webhooks);
        var settings = wireMockConfig().bindAddress("localhost").notifier(new Slf4jNotifier(false));
        settings.extensions(stripe).disableRequestJournal().containerThreads(16);
        server = new WireMockServer(port == 0 ? settings.dynamicPort() : settings.port(port));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(aResponse()));
        stripe.isAt(address().toString());
    }

    /** Where it answers: the API's base, and the hosted pages. No slash at the end. */
    public URI address() {
        return URI.create("http://localhost:" + server.port());
    }

    /** Sends webhooks there from now on, and all those nobody has acknowledged yet. */
    public FakeStripe tells(URI webhook, String secret) {
        webhooks.tell(webhook, secret);
        return this;
    }

    /** The next charge is declined by the bank, whatever the card. */
    public void declinesTheNextCharge() {
        mishaps.declineTheNextCharge();
    }

    /** The next request that makes something is refused with this status; nothing is done. */
    public void answersNext(int status) {
        mishaps.plan(new Mishap.Answers(status));
    }

    /** The next request that makes something gets no answer in time; nothing is done. */
    public void timesOutNext() {
        mishaps.plan(new Mishap.TimesOut(PATIENCE, false));
    }

    /** The next request that makes something is carried out, and answered too late. */
    public void chargesThenTimesOut() {
        mishaps.plan(new Mishap.TimesOut(PATIENCE, true));
    }

    /** The next request that makes something is carried out, and its answer is broken off. */
    public void chargesThenBreaksTheReply() {
        mishaps.plan(new Mishap.BreaksTheReply());
    }

    /** Answers nothing but 503 until it {@link #isUp()} again. */
    public void isDown() {
        mishaps.goDown(true);
    }

    public void isUp() {
        mishaps.goDown(false);
    }

    /**
     * The next refund waits at the bank until {@link #banksTakeRefunds} or {@link
     * #banksReturnRefunds}.
     */
    public void leavesTheNextRefundPending() {
        mishaps.leaveTheNextRefundPending();
    }

    public void banksTakeRefunds() {
        synchronized (store) {
            stripe.settleRefunds(true);
        }
    }

    public void banksReturnRefunds() {
        synchronized (store) {
            stripe.settleRefunds(false);
        }
    }

    /** Sends each webhook twice. */
    public void repeatsWebhooks() {
        webhooks.misbehave(true, false, false, Duration.ZERO);
    }

    /** Sends what happens together in the reverse order. */
    public void reordersWebhooks() {
        webhooks.misbehave(false, true, false, Duration.ZERO);
    }

    public void delaysWebhooks(Duration delay) {
        webhooks.misbehave(false, false, false, delay);
    }

    /** Sends no webhook at all; what happens meanwhile is only sent by {@link #resendsWebhooks}. */
    public void losesWebhooks() {
        webhooks.misbehave(false, false, true, Duration.ZERO);
    }

    public void resendsWebhooks() {
        webhooks.redeliver();
    }

    /** One byte of the next webhook is changed after it was signed; later tries are whole. */
    public void corruptsTheNextWebhook() {
        webhooks.corruptTheNext();
    }

    /** Webhooks speak another version of the API, which the SDK then cannot read. */
    public void webhooksSpeak(String version) {
        webhooks.speak(version);
    }

    /** Forgets every mishap that was planned. */
    public void behaves() {
        mishaps.forget();
        webhooks.misbehave(false, false, false, Duration.ZERO);
        webhooks.speak(VERSION);
    }

    /** Renews, retries and lets lapse whatever fell due; it also does so before every answer. */
    public void timePasses() {
        synchronized (store) {
            stripe.timePasses();
            store.save();
        }
    }

    /** Ends a subscription as somebody at Stripe's own dashboard would. */
    public void cancels(String subscription) {
        request("DELETE", URI.create(address() + "/v1/subscriptions/" + subscription), "");
    }

    /**
     * Types a card on the hosted page; answers where the browser is sent, or nothing if refused.
     */
    public @Nullable URI typesCard(URI page, String number) {
        return request("POST", page, "number=" + number + "&month=04&year=2031&cvc=123");
    }

    /** All objects of a kind, newest first: {@code all("subscription")}. */
    public List<JsonNode> all(String object) {
        synchronized (store) {
            return store.all(object).stream().map(JsonNode::deepCopy).toList();
        }
    }

    /** All that was ever taken from cards, in cents. */
    public long charged() {
        return all("charge").stream()
                .filter(charge -> charge.path("paid").asBoolean())
                .mapToLong(charge -> charge.path("amount").asLong())
                .sum();
    }

    /** What was asked so far: {@code POST /v1/subscriptions}. */
    public List<String> log() {
        return stripe.log();
    }

    private static @Nullable URI request(String method, URI address, String form) {
        try (var browser = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Authorization", "Bearer sk_test_sandbox")
                            .method(method, BodyPublishers.ofString(form))
                            .build();
            var answer = browser.send(request, BodyHandlers.discarding());
            return answer.headers().firstValue("Location").map(URI::create).orElse(null);
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(closing);
        }
    }

    @Override
    public void close() {
        webhooks.close();
        server.stop();
    }
}
