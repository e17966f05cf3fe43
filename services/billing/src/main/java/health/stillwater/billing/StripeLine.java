package health.stillwater.billing;

import com.stripe.StripeClient;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.service.V1Services;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The line to Stripe: one client, one way to understand its failures. It never repeats a request by
 * itself; whoever asks decides whether that is safe.
 */
@Component
class StripeLine {

    /** A question to Stripe. */
    interface Question<T> {
        T ask(V1Services stripe) throws StripeException;
    }

    private final StripeClient stripe;
    private final StripeSettings settings;
    private final Clock clock;

    StripeLine(StripeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        var builder =
                StripeClient.builder()
                        .setApiKey(settings.apiKey())
                        .setConnectTimeout((int) settings.connectTimeout().toMillis())
                        .setReadTimeout((int) settings.readTimeout().toMillis())
                        .setMaxNetworkRetries(0);
        if (settings.base() != null) {
            builder.setApiBase(settings.base().toString());
        }
        this.stripe = builder.build();
    }

    <T> StripeReply<T> ask(Question<T> question) {
        try {
            return new StripeReply.Told<>(question.ask(stripe.v1()));
        } catch (RateLimitException later) {
            return new StripeReply.Unknown<>(
                    "Stripe is busy", false); // to the SDK, a kind of invalid request
        } catch (CardException | InvalidRequestException no) {
            return new StripeReply.Refused<>(
                    Objects.requireNonNullElse(no.getCode(), "unknown"),
                    Objects.requireNonNullElse(no.getUserMessage(), "Stripe refused."));
        } catch (ApiException broken) {
            return new StripeReply.Unknown<>(
                    "Stripe answered " + broken.getStatusCode(), replayed(broken));
        } catch (StripeException unclear) {
            return new StripeReply.Unknown<>(unclear.getClass().getSimpleName(), false);
        }
    }

    private static boolean replayed(StripeException answer) {
        return Optional.ofNullable(answer.getStripeError())
                .flatMap(error -> Optional.ofNullable(error.getLastResponse()))
                .flatMap(response -> response.headers().firstValue("Idempotent-Replayed"))
                .filter("true"::equals)
                .isPresent();
    }

    static RequestOptions under(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    /** Whether Stripe signed these words, with one of our secrets, not long ago. */
    boolean signed(String payload, String signature) {
        return settings.webhookSecrets().stream()
                .anyMatch(secret -> signed(payload, signature, secret));
    }

    private boolean signed(String payload, String signature, String secret) {
        try {
            var tolerance = settings.tolerance().toSeconds();
            return Webhook.Signature.verifyHeader(payload, signature, secret, tolerance, clock);
        } catch (SignatureVerificationException wrong) {
            return false;
        }
    }
}
