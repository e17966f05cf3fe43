package health.stillwater.dev;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** Opens pages, fills in forms and keeps cookies, as a person's browser does. */
final class WindowlessBrowser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;

    private WindowlessBrowser(HttpClient.Redirect redirects) {
        http =
                HttpClient.newBuilder()
                        .cookieHandler(new Cookies())
                        .followRedirects(redirects)
                        .connectTimeout(PATIENCE)
                        .build();
    }

    static WindowlessBrowser thatFollows() {
        return new WindowlessBrowser(HttpClient.Redirect.NORMAL);
    }

    /** For pages whose way back does not matter. */
    static WindowlessBrowser thatStays() {
        return new WindowlessBrowser(HttpClient.Redirect.NEVER);
    }

    /** Where it is, and what it sees. */
    record Page(URI address, int status, Document content) {

        /** Whether there is a field of this name to fill in. */
        boolean asksFor(String field) {
            return content.selectFirst("form [name=" + field + "]") != null;
        }

        /** For whoever wonders why it is not the page they expected. */
        String words() {
            return "the page \""
                    + content.title()
                    + "\" at "
                    + address.getPath()
                    + ", status "
                    + status
                    + ", "
                    + content.select("[role=alert], .sw-notice").text();
        }
    }

    Page opens(URI address) throws IOException, InterruptedException {
        return gets(HttpRequest.newBuilder(address));
    }

    /**
     * Sends the form, with what is in it and what is typed.
     *
     * @param selector which form, in CSS
     */
    Page sends(Page page, String selector, Map<String, String> typed)
            throws IOException, InterruptedException {
        if (!(page.content().selectFirst(selector) instanceof FormElement form)) {
            throw new IOException("there is no " + selector + " on " + page.words());
        }
        var fields = new LinkedHashMap<String, String>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.putAll(typed);
        var target =
                form.attr("action").isEmpty() ? page.address() : URI.create(form.absUrl("action"));
        return gets(
                HttpRequest.newBuilder(target)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(fields))));
    }

    private Page gets(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        var content = Jsoup.parse(answer.body(), answer.uri().toString());
        return new Page(answer.uri(), answer.statusCode(), content);
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }

    /**
     * Browsers trust this machine without encryption, and write cookies as in RFC 6265; Java needs
     * to be told.
     */
    private static final class Cookies extends CookieHandler {

        private final CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

        @Override
        public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers)
                throws IOException {
            return jar.get(uri, headers);
        }

        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            jar.put(uri, headers);
            jar.getCookieStore()
                    .getCookies()
                    .forEach(
                            cookie -> {
                                cookie.setSecure(false);
                                cookie.setVersion(0);
                            });
        }
    }
}
