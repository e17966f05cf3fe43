package health.stillwater.sandbox;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import health.stillwater.sandbox.FakeIdentity.Notice;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Brings the notices of the pretended identity vendor, signed, again and again until somebody takes
 * them.
 */
final class IdentityPostman implements AutoCloseable {

    private static final int TRIES = 8;

    private final URI webhook;
    private final Webhook signer;
    private final Clock clock;
    private final Courier courier;
    private final Duration pace;
    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("identity-postman").factory());

    IdentityPostman(URI webhook, String secret, Clock clock, Courier courier, Duration pace) {
        this.webhook = webhook;
        this.signer = signer(secret);
        this.clock = clock;
        this.courier = courier;
        this.pace = pace;
    }

    Notice signed(String id, String body) {
        var now = clock.instant().getEpochSecond();
        try {
            var headers =
                    Map.of(
                            "webhook-id",
                            id,
                            "webhook-timestamp",
                            String.valueOf(now),
                            "webhook-signature",
                            signer.sign(id, now, body),
                            "content-type",
                            "application/json");
            return new Notice(id, headers, body);
        } catch (WebhookSigningException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void sends(Notice notice) {
        rounds.execute(() -> deliver(notice, 1));
    }

    /** Signed anew for each try, under the same id. */
    private void deliver(Notice notice, int attempt) {
        var status =
                courier.deliver(
                        webhook, signed(notice.id(), notice.body()).headers(), notice.body());
        if (status / 100 != 2 && attempt < TRIES) {
            var wait = pace.toMillis() << (attempt - 1);
            var unused =
                    rounds.schedule(
                            () -> deliver(notice, attempt + 1), wait, TimeUnit.MILLISECONDS);
        }
    }

    private static Webhook signer(String secret) {
        try {
            return new Webhook(secret);
        } catch (EmptyWebhookSecretException empty) {
            throw new IllegalArgumentException("A webhook secret is needed.", empty);
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
