package health.stillwater.keycloak;

import health.stillwater.sandbox.OneTimeCode;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser without pages to look at: keeps cookies, follows nothing, changes any address. */
final class Visitor {

    static final String BACK = RealKeycloak.APP + "/physician/signings/return";
    static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-one-0123456789";
    static final String GOLD =
            "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"gold\"]}}}";

    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /** As a browser keeps them on this machine, where it sends secure ones without TLS too. */
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /**
     * What came back.
     *
     * @param to where it sends the browser; empty for nowhere
     */
    record Said(int status, String to, String body) {

        boolean asks(String field) {
            return body.contains("name=\"" + field + "\"");
        }

        String action() {
            var found = ACTION.matcher(body);
            if (!found.find()) {
                throw new AssertionError("no form: " + status + " " + to + " " + body);
            }
            return found.group(1).replace("&amp;", "&");
        }

        @Nullable String code() {
            var found = CODE.matcher(to);
            return found.find() ? found.group(1) : null;
        }

        /** Status, and whatever it says of an error, in one line. */
        String line() {
            return status + " " + URLDecoder.decode(to, StandardCharsets.UTF_8) + " " + body;
        }
    }

    /**
     * The question as our application asks it for a signature; take away or change what you like.
     */
    static Map<String, String> question() {
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", StillwaterRealm.CLIENT);
        asked.put("redirect_uri", BACK);
        asked.put("scope", "openid");
        asked.put("state", "a-state");
        asked.put("nonce", "a-nonce");
        asked.put("code_challenge", challenge());
        asked.put("code_challenge_method", "S256");
        asked.put("max_age", "0");
        asked.put("claims", GOLD);
        return asked;
    }

    /** The same, but a password is enough. */
    static Map<String, String> lowerQuestion() {
        var asked = question();
        asked.remove("claims");
        asked.remove("max_age");
        return asked;
    }

    static Map<String, String> asking(String name, @Nullable String value) {
        return with(question(), name, value);
    }

    static Map<String, String> with(
            Map<String, String> question, String name, @Nullable String value) {
        var changed = new LinkedHashMap<>(question);
        changed.remove(name);
        if (value != null) {
            changed.put(name, value);
        }
        return changed;
    }

    /** What our application sends with a code. */
    static Map<String, String> exchange(String code) {
        var sent = new LinkedHashMap<String, String>();
        sent.put("grant_type", "authorization_code");
        sent.put("code", code);
        sent.put("redirect_uri", BACK);
        sent.put("code_verifier", VERIFIER);
        return sent;
    }

    Said asks(Map<String, String> question) {
        return get(RealKeycloak.openId("auth") + "?" + form(question));
    }

    Said password(Said page, DemoPerson person) {
        return post(
                page.action(),
                Map.of("username", person.email(), "password", DemoPeople.PASSWORD),
                null);
    }

    Said code(Said page, String digits) {
        return post(page.action(), Map.of("otp", digits), null);
    }

    /** Signed in with a password alone; answers the code for it. */
    String lowCode(DemoPerson person) {
        var code = password(asks(lowerQuestion()), person).code();
        if (code == null) {
            throw new AssertionError("no code for a password");
        }
        return code;
    }

    Said token(Map<String, String> sent) {
        return token(sent, "stillwater-demo-client-secret");
    }

    Said token(Map<String, String> sent, @Nullable String secret) {
        return post(RealKeycloak.openId("token"), sent, secret);
    }

    Said get(String address) {
        return sent(HttpRequest.newBuilder(URI.create(address)));
    }

    Said post(String address, Map<String, String> fields, @Nullable String secret) {
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form(fields)));
        if (secret != null) {
            var both = StillwaterRealm.CLIENT + ":" + secret;
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(both.getBytes(StandardCharsets.UTF_8)));
        }
        return sent(request);
    }

    Said bearing(String page, String token) {
        return sent(
                HttpRequest.newBuilder(URI.create(RealKeycloak.openId(page)))
                        .header("Authorization", "Bearer " + token));
    }

    private Said sent(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var answer =
                    http.send(
                            request.timeout(Duration.ofSeconds(60)).build(),
                            HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Said(
                    answer.statusCode(),
                    answer.headers().firstValue("Location").orElse(""),
                    answer.body());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    /** What the authenticator of a demonstration shows now. */
    static OneTimeCode authenticator(DemoPerson person) {
        var secret = person.authenticator();
        if (secret == null) {
            throw new AssertionError(person.name() + " has no authenticator");
        }
        return OneTimeCode.at(Instant.now(), secret.getBytes(StandardCharsets.UTF_8));
    }

    private static String challenge() {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(
                        field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
