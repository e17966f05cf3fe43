package health.stillwater;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** A form sent after the sign-in ended, over HTTP to the server as it runs. */
class LateFormTests extends WholeSystem {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Value("${stillwater.public-url}")
    String address;

    private HttpResponse<String> send(String token, String from)
            throws IOException, InterruptedException {
        var form =
                HttpRequest.newBuilder(URI.create(address + "/patient/question"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", from)
                        .POST(BodyPublishers.ofString("_csrf=" + token + "&words=It+still+hurts"));
        return browser.send(form.build(), BodyHandlers.ofString());
    }

    private String tokenOfAStranger() throws IOException, InterruptedException {
        var page = HttpRequest.newBuilder(URI.create(address + "/start")).build();
        var found = TOKEN.matcher(browser.send(page, BodyHandlers.ofString()).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void comesBackWithEverythingInIt() throws Exception {
        var answer = send("an-old-token", "same-origin");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("Sign in again to send this")
                .contains("value=\"It still hurts\"")
                .doesNotContain("an-old-token");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
    }

    @Test
    void comesBackToAStrangerWhoseTokenIsGood() throws Exception {
        var answer = send(tokenOfAStranger(), "same-origin");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Sign in again to send this").contains("It still hurts");
    }

    @Test
    void anotherSitesFormIsOnlyRefused() throws Exception {
        var answer = send("an-old-token", "cross-site");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("It still hurts");
        var withAToken = send(tokenOfAStranger(), "cross-site");
        assertThat(withAToken.statusCode()).isEqualTo(302);
        assertThat(withAToken.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/oauth2/authorization/"));
    }
}
