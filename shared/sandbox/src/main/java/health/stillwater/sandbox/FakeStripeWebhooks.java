package health.stillwater.sandbox;

import com.stripe.net.Webhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells what happened, as signed webhooks, from a thread of its own; and again, until it is
 * believed. Like the real one it promises neither order nor delivery only once.
 */
final class FakeStripeWebhooks implements AutoCloseable {

    /** How long it waits before it tries again; afterwards always the last. */
    private static final List<Duration> PATIENCE =
            List.of(
                    Duration.ofMillis(300),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60));

    private static final int ATTEMPTS_MAX = 500;
    private static final Duration GATHERING = Duration.ofMillis(300);
    private static final Logger LOG = LoggerFactory.getLogger(FakeStripeWebhooks.class);

    private record Target(URI address, String secret) {}

    private final FakeStripeStore store;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ScheduledExecutorService postman =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("fake-stripe").factory());
    private final List<String> gathered = new ArrayList<>();

    private volatile @Nullable Target target;
    private volatile String version = FakeStripe.VERSION;
    private volatile boolean repeats;
    private volatile boolean reorders;
    private volatile boolean loses;
    private volatile boolean corrupts;
    private volatile Duration delay = Duration.ZERO;

    FakeStripeWebhooks(FakeStripeStore store) {
        this.store = store;
    }

    /** From now on this address is told; also all that happened before and was never believed. */
    void tell(URI address, String secret) {
        target = new Target(address, secret);
        redeliver();
    }

    /** Sends again whatever was not acknowledged. */
    void redeliver() {
        synchronized (store) {
            store.all("event").reversed().stream()
                    .filter(event -> event.path("pending_webhooks").asInt() > 0)
                    .forEach(event -> later(event.path("id").asString(""), 0, Duration.ZERO));
        }
    }

    void misbehave(boolean repeats, boolean reorders, boolean loses, Duration delay) {
        this.repeats = repeats;
        this.reorders = reorders;
        this.loses = loses;
        this.delay = delay;
    }

    void corruptTheNext() {
        corrupts = true;
    }

    void speak(String version) {
        this.version = version;
    }

    /** Keeps an event and sends it on its way. The caller holds the lock of the store. */
    void happened(String type, ObjectNode object) {
        var event = store.make("event", "evt");
        event.put("type", type).put("api_version", version).put("pending_webhooks", 1);
        event.putObject("data").set("object", object.deepCopy());
        event.putObject("request").putNull("id").putNull("idempotency_key");
        var id = event.path("id").asString("");
        if (loses || target == null) {
            return;
        }
        if (reorders) {
            gather(id);
            return;
        }
        later(id, 0, delay);
        if (repeats) {
            later(id, 0, delay);
        }
    }

    private void gather(String event) {
        gathered.add(event);
        if (gathered.size() == 1) {
            postman.schedule(this::sendReversed, GATHERING.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void sendReversed() {
        synchronized (store) {
            gathered.reversed().forEach(event -> later(event, 0, delay));
            gathered.clear();
        }
    }

    private void later(String event, int attempt, Duration wait) {
        if (!postman.isShutdown()) {
            postman.schedule(() -> deliver(event, attempt), wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void deliver(String id, int attempt) {
        var told = target;
        if (told == null || believed(told, id)) {
            return;
        }
        if (attempt < ATTEMPTS_MAX) {
            later(id, attempt + 1, PATIENCE.get(Math.min(attempt, PATIENCE.size() - 1)));
        }
    }

    private boolean believed(Target told, String id) {
        try {
            var answer = http.send(request(told, id), BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                LOG.debug("Webhook {} was answered {}", id, answer.statusCode());
                return false;
            }
            synchronized (store) {
                store.get("event", id).put("pending_webhooks", 0);
                store.save();
            }
            return true;
        } catch (IOException | GeneralSecurityException absent) {
            return false;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private HttpRequest request(Target told, String id) throws GeneralSecurityException {
        var payload = payload(id);
        var signature =
                Webhook.Signature.generateSignatureHeader(
                        payload, told.secret(), store.now().getEpochSecond());
        var body = payload.getBytes(StandardCharsets.UTF_8);
        if (corrupts) {
            corrupts = false;
            body[body.length / 2] ^= 1;
        }
        return HttpRequest.newBuilder(told.address())
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", signature)
                .header("User-Agent", "Stripe/1.0 (sandbox)")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private String payload(String id) {
        synchronized (store) {
            return store.get("event", id).toPrettyString();
        }
    }

    @Override
    public void close() {
        postman.shutdownNow();
        http.shutdownNow();
    }
}
