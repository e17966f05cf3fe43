package health.stillwater.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeskTests {

    private final List<Map<String, String>> pulled = new ArrayList<>();
    private final Desk desk =
            new Desk(0)
                    .shows("Texts <b>", () -> "<p>" + Desk.text("<script>\"'&") + "</p>")
                    .does("reply", pulled::add);

    @AfterEach
    void closes() {
        desk.close();
    }

    @Test
    void showsItsSectionsAndEscapesWhatIsForeign() throws Exception {
        var page = get(desk.address());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<h2>Texts &lt;b&gt;</h2>")
                .contains("<p>&lt;script&gt;&quot;&#39;&amp;</p>");
    }

    @Test
    void pullsALeverWithTheFieldsOfTheFormAndGoesBack() throws Exception {
        var answer = post("/reply", "same-origin", "to=%2B1305&body=7+out+of+10");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/desk");
        assertThat(pulled).containsExactly(Map.of("to", "+1305", "body", "7 out of 10"));
    }

    @Test
    void letsNoOtherSitePullALever() throws Exception {
        assertThat(post("/reply", "cross-site", "body=1").statusCode()).isEqualTo(403);
        assertThat(pulled).isEmpty();
    }

    @Test
    void knowsNoOtherLever() throws Exception {
        assertThat(post("/unknown", "same-origin", "").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> post(String lever, String from, String form) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(desk.address() + lever))
                            .header("Sec-Fetch-Site", from)
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
