package health.stillwater.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeIdentityTests {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final URI HOOK = URI.create("http://localhost/webhooks/identity");

    record Delivered(Map<String, String> headers, String body) {}

    final BlockingQueue<Delivered> delivered = new LinkedBlockingQueue<>();
    final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    final FakeIdentity vendor =
            new FakeIdentity(
                    0,
                    HOOK,
                    SECRET,
                    Clock.systemUTC(),
                    (to, headers, body) -> {
                        delivered.add(new Delivered(headers, body));
                        return answers.isEmpty() ? 202 : answers.remove();
                    },
                    Duration.ofMillis(10),
                    null);
    final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void opensOneSessionForAReferenceHoweverOftenItIsAsked() throws Exception {
        var first = open("ref-1");
        var second = open("ref-1");

        assertThat(second)
                .isEqualTo(first)
                .contains("\"status\":\"open\"")
                .contains("/verify/ids_");
        assertThat(get("/v1/sessions?reference=ref-1").body()).isEqualTo(first);
        assertThat(get("/v1/sessions?reference=ref-2").statusCode()).isEqualTo(404);
    }

    @Test
    void sendsThePersonBackAndTellsTheResultSigned() throws Exception {
        open("ref-1");
        var page = pageOf("ref-1");

        assertThat(get(page).body())
                .contains("This stands in for an identity vendor")
                .contains("Failed: document");
        var back = post(page, "result=VERIFIED", "application/x-www-form-urlencoded");

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.headers().firstValue("Location")).hasValue("http://localhost/back");
        var notice = delivered.poll(5, TimeUnit.SECONDS);
        assertThat(notice.body())
                .contains("\"status\":\"verified\"")
                .contains("\"duplicate\":false");
        verify(notice);
        assertThat(get("/v1/sessions?reference=ref-1").body()).contains("\"selfie_match\":true");
    }

    @Test
    void bringsANoticeAgainUnderTheSameIdUntilItIsTaken() throws Exception {
        answers.addAll(List.of(500, Courier.NOBODY_THERE));
        open("ref-1");
        vendor.finishes("ref-1", IdentityResult.DOCUMENT);

        for (var attempt = 0; attempt < 3; attempt++) {
            var notice = delivered.poll(5, TimeUnit.SECONDS);
            verify(notice);
            assertThat(notice.headers())
                    .containsEntry("webhook-id", vendor.notices().getFirst().id());
            assertThat(notice.body())
                    .contains("\"document\":false")
                    .contains("\"status\":\"failed\"");
        }
        assertThat(delivered.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void tellsADuplicateAsAnAlarm() throws Exception {
        vendor.failsNext(IdentityResult.DUPLICATE);
        open("ref-1");

        assertThat(get("/v1/sessions?reference=ref-1").body())
                .contains("\"status\":\"failed\"")
                .contains("\"duplicate\":true")
                .contains("\"document\":true");
    }

    @Test
    void doesTheWorkAndBreaksTheReply() throws Exception {
        vendor.breaksTheNextReply();

        assertThatThrownBy(() -> open("ref-1")).isInstanceOf(IOException.class);
        assertThat(vendor.references()).containsExactly("ref-1");
    }

    @Test
    void knowsStreetsFromBoxes() throws Exception {
        assertThat(address("14 Alder Street")).contains("\"valid\"").contains("\"street\"");
        assertThat(address("P.O. Box 12")).contains("\"po_box\"");
        assertThat(address("1 Nowhere Lane")).contains("\"invalid\"");
        vendor.knowsAddresses(false);
        assertThat(address("14 Alder Street")).contains("\"unknown\"");
    }

    private void verify(Delivered notice) throws Exception {
        var headers = notice.headers();
        new Webhook(SECRET)
                .verify(
                        notice.body(),
                        Map.of(
                                "webhook-id", List.of(headers.get("webhook-id")),
                                "webhook-timestamp", List.of(headers.get("webhook-timestamp")),
                                "webhook-signature", List.of(headers.get("webhook-signature"))));
    }

    private String open(String reference) throws Exception {
        var body =
                "{\"reference\":\"%s\",\"return_url\":\"http://localhost/back\"}"
                        .formatted(reference);
        return post("/v1/sessions", body, "application/json").body();
    }

    private String address(String line1) throws Exception {
        return post(
                        "/v1/addresses/check",
                        "{\"line1\":\"%s\"}".formatted(line1),
                        "application/json")
                .body();
    }

    private String pageOf(String reference) throws Exception {
        var told = get("/v1/sessions?reference=" + reference).body();
        var from = told.indexOf("/verify/");
        return told.substring(from, told.indexOf('"', from));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(vendor.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body, String type) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(vendor.address() + path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
