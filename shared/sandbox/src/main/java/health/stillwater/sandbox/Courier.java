package health.stillwater.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Carries a fake's webhook to whoever it is for, and brings back the status of the answer. */
public interface Courier {

    /** The status when nobody opened. */
    int NOBODY_THERE = 0;

    int deliver(URI to, Map<String, String> headers, String body);

    /** Over HTTP. */
    static Courier http() {
        var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        return (to, headers, body) -> {
            var request =
                    HttpRequest.newBuilder(to)
                            .timeout(Duration.ofSeconds(15))
                            .POST(HttpRequest.BodyPublishers.ofString(body));
            headers.forEach(request::header);
            try {
                return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode();
            } catch (IOException away) {
                return NOBODY_THERE;
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return NOBODY_THERE;
            }
        };
    }
}
