package health.stillwater.prescribing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The vendor over HTTP: {@code PUT /prescriptions/{id}}, {@code GET /prescriptions/{id}}. */
@Component
class EpcsLine implements EpcsVendor {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final EpcsSettings settings;
    private final HttpClient http;

    EpcsLine(EpcsSettings settings) {
        this.settings = settings;
        this.http =
                HttpClient.newBuilder()
                        .connectTimeout(settings.timeout())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    @Override
    public Reply file(DecisionId decision, String bundle) {
        return call(
                request(decision)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(bundle, StandardCharsets.UTF_8)));
    }

    @Override
    public Reply ask(DecisionId decision) {
        var reply = call(request(decision).GET());
        return reply instanceof Reply.TurnedAway away && away.status() == 404
                ? new Reply.NeverHeardOfIt()
                : reply;
    }

    private HttpRequest.Builder request(DecisionId decision) {
        return HttpRequest.newBuilder(URI.create(settings.url() + "/prescriptions/" + decision))
                .header("Authorization", "Bearer " + settings.key())
                .timeout(settings.timeout());
    }

    private Reply call(HttpRequest.Builder request) {
        try {
            return understood(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException unreachable) {
            return new Reply.Unknown();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Reply.Unknown();
        }
    }

    private static Reply understood(HttpResponse<String> answer) {
        var status = answer.statusCode();
        if (status >= 200 && status < 300) {
            try {
                return new Reply.HasIt(
                        JSON.readTree(answer.body()).required("reference").asString());
            } catch (JacksonException unreadable) {
                return new Reply.Unknown();
            }
        }
        return status >= 500 || status == 408 || status == 429
                ? new Reply.Unknown()
                : new Reply.TurnedAway(status);
    }
}
