package health.stillwater.pharmacy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import health.stillwater.licensing.PharmacyEndpoint;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The line to a pharmacy's ordering system: Standard Webhooks, signed, without a word about the
 * patient. One call makes one request; who repeats it is decided elsewhere.
 */
@Component
class PharmacyLine {

    private final RestClient http;
    private final JsonMapper json;
    private final Clock clock;

    PharmacyLine(LineSettings settings, JsonMapper json, Clock clock) {
        var client =
                HttpClient.newBuilder()
                        .connectTimeout(settings.timeout())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(settings.timeout());
        this.http = RestClient.builder().requestFactory(requests).build();
        this.json = json;
        this.clock = clock;
    }

    Reply send(PharmacyMessage message, PharmacyEndpoint to) {
        return call(
                HttpMethod.POST,
                to.webhook(),
                message.id(),
                to.secret(),
                json.writeValueAsString(message));
    }

    /** Whether the pharmacy has the message. */
    Reply ask(UUID message, PharmacyEndpoint whom) {
        return call(
                HttpMethod.GET,
                URI.create(whom.webhook() + "/messages/" + message),
                message.toString(),
                whom.secret(),
                "");
    }

    private Reply call(HttpMethod method, URI uri, String message, String secret, String body) {
        var request =
                http.method(method)
                        .uri(uri)
                        .headers(headers -> sign(headers, message, secret, body));
        if (method == HttpMethod.POST) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        try {
            return request.exchange(
                    (sent, response) -> {
                        response.getBody().readAllBytes(); // A reply that breaks off is no reply.
                        return understood(method, response.getStatusCode().value());
                    });
        } catch (ResourceAccessException unreachable) {
            return new Reply.Unknown();
        }
    }

    private static Reply understood(HttpMethod method, int status) {
        if (status >= 200 && status < 300) {
            return new Reply.HasIt();
        }
        if (status == 404 && method == HttpMethod.GET) {
            return new Reply.NeverHeardOfIt();
        }
        return status >= 500 || status == 408 || status == 429
                ? new Reply.Unknown()
                : new Reply.TurnedAway(status);
    }

    private void sign(HttpHeaders headers, String message, String secret, String body) {
        try {
            var now = clock.instant().getEpochSecond();
            headers.set(Webhook.UNBRANDED_MSG_ID_KEY, message);
            headers.set(Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, Long.toString(now));
            headers.set(
                    Webhook.UNBRANDED_MSG_SIGNATURE_KEY,
                    new Webhook(secret).sign(message, now, body));
        } catch (EmptyWebhookSecretException | WebhookSigningException unusable) {
            throw new IllegalStateException("The pharmacy's secret cannot sign.", unusable);
        }
    }
}
