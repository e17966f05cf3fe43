package health.stillwater.sandbox;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ordering systems of pharmacy partners, one address each. Takes Standard Webhooks ({@code POST
 * /{pharmacy}}), believes none with a bad signature, takes each id once, and can be asked what it
 * took ({@code GET /{pharmacy}/messages/{id}}).
 */
public final class FakePharmacy extends FakeServer {

    /** One message a pharmacy took, and how often it was sent. */
    public record Received(String pharmacy, String id, String body, String at, int times) {

        /** What it is about, as {@code order.created}. */
        public String type() {
            return Memory.JSON.readTree(body).path("type").asString("");
        }
    }

    private record State(Map<String, String> secrets, Map<String, Received> received) {}

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Clock clock;
    private final Memory memory;
    private final State state;
    private final Map<String, String> secrets;
    private final Map<String, Received> received;
    private final List<String> refused = new ArrayList<>();
    private volatile boolean down;

    /** On any free port, forgetting in the end; for tests. */
    public FakePharmacy(Clock clock) {
        this(0, clock, null);
    }

    /**
     * @param file where orders are kept between runs; null for nowhere
     */
    public FakePharmacy(int port, Clock clock, @Nullable Path file) {
        super(port);
        this.clock = clock;
        this.memory = new Memory(file);
        this.state =
                memory.recall(
                        State.class, () -> new State(new LinkedHashMap<>(), new LinkedHashMap<>()));
        this.secrets = state.secrets();
        this.received = state.received();
        opens();
    }

    /**
     * Opens a pharmacy's address.
     *
     * @param secret {@code whsec_…}, shared with whoever sends it orders
     */
    public synchronized URI opens(String pharmacy, String secret) {
        secrets.put(pharmacy, secret);
        memory.remember(state);
        return URI.create(address() + "/" + pharmacy);
    }

    /** What one pharmacy has received, oldest first. */
    public synchronized List<Received> received(String pharmacy) {
        return received.values().stream()
                .filter(order -> order.pharmacy().equals(pharmacy))
                .toList();
    }

    /** What every pharmacy has received, oldest first. */
    public synchronized List<Received> received() {
        return List.copyOf(received.values());
    }

    /** Why it turned messages away. */
    public synchronized List<String> refused() {
        return List.copyOf(refused);
    }

    /** Answers nothing but 503 until it {@link #isUp()} again. */
    public void isDown() {
        down = true;
    }

    public void isUp() {
        down = false;
    }

    public void isSlow(Duration time) {
        awaits(new Trouble.IsSlow(time));
    }

    /** The next order is not taken, and the sender learns that. */
    public void refusesTheNextOrder(int status) {
        awaits(new Trouble.Says(Answer.json(status, "{\"error\":\"told to refuse\"}")));
    }

    /** The next order is taken, and the sender never learns of it. */
    public void takesTheNextOrderAndBreaksTheReply() {
        awaits(new Trouble.BreaksTheReply());
    }

    /** The next order is not taken, and the sender waits in vain. */
    public void neverAnswersTheNextOrder(Duration time) {
        awaits(new Trouble.NeverAnswers(time));
    }

    @Override
    boolean canFail(Asked asked) {
        return asked.method().equals("POST");
    }

    @Override
    Answer answer(Asked asked) {
        if (down) {
            return Answer.json(503, "{\"error\":\"closed\"}");
        }
        var path = asked.path().split("/", -1);
        var pharmacy = path.length > 1 ? path[1] : "";
        var secret = secretOf(pharmacy);
        if (secret == null) {
            return Answer.json(404, "{\"error\":\"no such pharmacy\"}");
        }
        if (!verified(asked, secret)) {
            return Answer.json(401, "{\"error\":\"bad signature\"}");
        }
        if (asked.method().equals("POST") && path.length == 2) {
            return take(pharmacy, asked);
        }
        return path.length == 4 && path[2].equals("messages")
                ? tell(pharmacy, path[3])
                : Answer.json(404, "{\"error\":\"no such page\"}");
    }

    private synchronized @Nullable String secretOf(String pharmacy) {
        return secrets.get(pharmacy);
    }

    private synchronized Answer take(String pharmacy, Asked asked) {
        var id = asked.headers().getOrDefault("webhook-id", "");
        var before = received.get(pharmacy + " " + id);
        var now =
                before == null
                        ? new Received(pharmacy, id, asked.body(), clock.instant().toString(), 1)
                        : new Received(
                                pharmacy, id, before.body(), before.at(), before.times() + 1);
        received.put(pharmacy + " " + id, now);
        memory.remember(state);
        return Answer.json(200, "{\"received\":true}");
    }

    private synchronized Answer tell(String pharmacy, String id) {
        var order = received.get(pharmacy + " " + id);
        return order == null
                ? Answer.json(404, "{\"error\":\"no such message\"}")
                : Answer.json(
                        200,
                        Memory.JSON.writeValueAsString(Map.of("id", id, "receivedAt", order.at())));
    }

    /**
     * The signature is checked with the library; the age of the message by our own clock, which
     * tests move.
     */
    private boolean verified(Asked asked, String secret) {
        var headers = asked.headers();
        try {
            var sentAt = Long.parseLong(headers.getOrDefault("webhook-timestamp", ""));
            var expected =
                    new Webhook(secret)
                            .sign(headers.getOrDefault("webhook-id", ""), sentAt, asked.body());
            var signatures = headers.getOrDefault("webhook-signature", "").split(" ", -1);
            var fresh =
                    Math.abs(clock.instant().getEpochSecond() - sentAt) <= TOLERANCE.toSeconds();
            return fresh && List.of(signatures).contains(expected) || refuses("bad signature");
        } catch (NumberFormatException
                | EmptyWebhookSecretException
                | WebhookSigningException bad) {
            return refuses(String.valueOf(bad.getMessage()));
        }
    }

    private synchronized boolean refuses(String why) {
        refused.add(why);
        return false;
    }
}
