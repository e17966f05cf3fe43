package health.stillwater.keycloak;

import static health.stillwater.keycloak.DemoPeople.BRANDT;
import static health.stillwater.keycloak.DemoPeople.CASTELLANE;
import static health.stillwater.keycloak.DemoPeople.DELGADO;
import static health.stillwater.keycloak.DemoPeople.HALLORAN;
import static health.stillwater.keycloak.Visitor.asking;
import static health.stillwater.keycloak.Visitor.exchange;
import static health.stillwater.keycloak.Visitor.lowerQuestion;
import static health.stillwater.keycloak.Visitor.question;
import static health.stillwater.keycloak.Visitor.with;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.keycloak.Visitor.Said;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tricks with OpenID Connect, tried on the real server with our realm in it. */
class OidcTricksTests {

    /** A trick, and what the server says to it. Nothing here may end with a code or a token. */
    private enum Trick {
        SEND_THE_CODE_TO_ANOTHER_HOST(
                v -> v.asks(asking("redirect_uri", "http://evil.example/")), "400 "),
        SEND_THE_CODE_TO_A_HOST_THAT_BEGINS_LIKE_OURS(
                v -> v.asks(asking("redirect_uri", "http://localhost.evil.example/")), "400 "),
        SEND_THE_CODE_PAST_AN_AT_SIGN(
                v -> v.asks(asking("redirect_uri", "http://localhost:9@evil.example/")), "400 "),
        SEND_THE_CODE_OVER_ANOTHER_SCHEME(
                v -> v.asks(asking("redirect_uri", "javascript:alert(1)")), "400 "),
        SEND_THE_CODE_TO_TWO_ADDRESSES(
                v ->
                        v.get(
                                RealKeycloak.openId("auth")
                                        + "?"
                                        + Visitor.form(question())
                                        + "&redirect_uri=http%3A%2F%2Fevil.example"),
                "error=invalid_request|400 "),
        SEND_THE_CODE_NOWHERE_IN_PARTICULAR(v -> v.asks(asking("redirect_uri", null)), "400 "),
        ASK_FOR_A_TOKEN_IN_THE_ADDRESS(
                v -> v.asks(asking("response_type", "token")), "error=un(authorized|supported)_"),
        ASK_FOR_AN_ID_TOKEN_IN_THE_ADDRESS(
                v -> v.asks(asking("response_type", "id_token")),
                "error=un(authorized|supported)_"),
        ASK_FOR_BOTH_AT_ONCE(
                v -> v.asks(asking("response_type", "code id_token")),
                "error=un(authorized|supported)_"),
        ASK_FOR_NOTHING(v -> v.asks(asking("response_type", null)), "error=invalid_request"),
        LEAVE_OUT_THE_CHALLENGE(
                v -> v.asks(with(asking("code_challenge", null), "code_challenge_method", null)),
                "error=invalid_request"),
        WEAKEN_THE_CHALLENGE(
                v -> v.asks(asking("code_challenge_method", "plain")), "error=invalid_request"),
        LEAVE_OUT_HOW_IT_WAS_CHALLENGED(
                v -> v.asks(asking("code_challenge_method", null)), "error=invalid_request"),
        COME_AS_A_CLIENT_NOBODY_KNOWS(v -> v.asks(asking("client_id", "another")), "400 "),
        COME_AS_A_CLIENT_THAT_IS_SWITCHED_OFF(
                v -> v.asks(asking("client_id", "admin-cli")), "400 "),
        ASK_FOR_A_LEVEL_THERE_IS_NOT(
                v ->
                        v.asks(
                                asking(
                                        "claims",
                                        "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"platinum\"]}}}")),
                "error=invalid_request|400 "),
        ASK_NOT_TO_BE_ASKED(v -> v.asks(asking("prompt", "none")), "error=login_required"),
        ASK_NOT_TO_BE_ASKED_WITH_A_PASSWORD_SESSION(
                v -> {
                    v.lowCode(HALLORAN);
                    return v.asks(asking("prompt", "none"));
                },
                "error=(login|interaction)_required"),
        RAISE_A_SESSION_WITHOUT_THE_CODE(
                v -> {
                    v.lowCode(HALLORAN);
                    return v.asks(asking("max_age", null));
                },
                "name=\"otp\""),
        RAISE_IT_BY_A_VOLUNTARY_LEVEL(
                v -> {
                    v.lowCode(HALLORAN);
                    return v.asks(with(lowerQuestion(), "acr_values", "gold"));
                },
                "name=\"otp\""),
        GUESS_THE_CODE(
                v -> v.code(v.password(v.asks(question()), BRANDT), "000000"), "name=\"otp\""),
        LEAVE_THE_CODE_EMPTY(
                v -> v.code(v.password(v.asks(question()), BRANDT), ""), "name=\"otp\""),
        TAKE_A_CODE_WITHOUT_AN_AUTHENTICATOR(
                v -> v.password(v.asks(question()), DELGADO), "(?s)^(?!.*code=).*"),
        REDEEM_WITH_A_WRONG_SECRET(
                v -> v.token(exchange(v.lowCode(DELGADO)), "wrong"),
                "40[01] .*unauthorized_client"),
        REDEEM_WITHOUT_A_SECRET(
                v ->
                        v.token(
                                with(
                                        exchange(v.lowCode(DELGADO)),
                                        "client_id",
                                        StillwaterRealm.CLIENT),
                                null),
                "40[01] .*(unauthorized|invalid)_client"),
        REDEEM_WITHOUT_THE_VERIFIER(
                v -> v.token(with(exchange(v.lowCode(DELGADO)), "code_verifier", null)),
                "400 .*invalid_grant"),
        REDEEM_WITH_ANOTHER_VERIFIER(
                v ->
                        v.token(
                                with(
                                        exchange(v.lowCode(DELGADO)),
                                        "code_verifier",
                                        "another-verifier-that-is-long-enough-0123456789")),
                "400 .*invalid_grant"),
        REDEEM_WITH_THE_CHALLENGE_ITSELF(
                v ->
                        v.token(
                                with(
                                        exchange(v.lowCode(DELGADO)),
                                        "code_verifier",
                                        question().getOrDefault("code_challenge", ""))),
                "400 .*invalid_grant"),
        REDEEM_FOR_ANOTHER_ADDRESS(
                v ->
                        v.token(
                                with(
                                        exchange(v.lowCode(DELGADO)),
                                        "redirect_uri",
                                        RealKeycloak.APP + "/elsewhere")),
                "400 .*invalid_grant"),
        REDEEM_TWICE(
                v -> {
                    var code = v.lowCode(DELGADO);
                    v.token(exchange(code));
                    return v.token(exchange(code));
                },
                "400 .*invalid_grant"),
        REDEEM_A_CODE_OF_ONES_OWN(
                v -> v.token(exchange("0a1b2c3d.0a1b2c3d.0a1b2c3d")), "400 .*invalid_grant"),
        HAND_THE_PASSWORD_OVER(
                v ->
                        v.token(
                                Map.of(
                                        "grant_type",
                                        "password",
                                        "scope",
                                        "openid",
                                        "username",
                                        CASTELLANE.email(),
                                        "password",
                                        DemoPeople.PASSWORD)),
                "40[01] .*(unauthorized_client|unsupported_grant_type)"),
        SIGN_IN_AS_THE_APPLICATION(
                v -> v.token(Map.of("grant_type", "client_credentials", "scope", "openid")),
                "40[01] .*unauthorized_client"),
        SIGN_IN_FROM_A_DEVICE(
                v ->
                        v.token(
                                Map.of(
                                        "grant_type",
                                        "urn:ietf:params:oauth:grant-type:device_code",
                                        "device_code",
                                        "a")),
                "40[01] .*(unauthorized_client|unsupported_grant_type|invalid)"),
        SIGN_IN_OVER_THE_BACK(
                v ->
                        v.token(
                                Map.of(
                                        "grant_type",
                                        "urn:openid:params:grant-type:ciba",
                                        "auth_req_id",
                                        "a")),
                "40[01] .*(unauthorized_client|unsupported_grant_type|invalid)"),
        EXCHANGE_A_TOKEN_FOR_A_BETTER_ONE(
                v ->
                        v.token(
                                Map.of(
                                        "grant_type",
                                        "urn:ietf:params:oauth:grant-type:token-exchange",
                                        "subject_token",
                                        access(v.token(exchange(v.lowCode(DELGADO)))))),
                "40[01] .*(unauthorized_client|unsupported_grant_type|invalid)"),
        REFRESH_TWICE_WITH_ONE_TOKEN(
                v -> {
                    var fresh = field(v.token(exchange(v.lowCode(DELGADO))), "refresh_token");
                    var again = Map.of("grant_type", "refresh_token", "refresh_token", fresh);
                    v.token(again);
                    return v.token(again);
                },
                "400 .*invalid_grant"),
        SHOW_A_TOKEN_NOBODY_SIGNED(
                v -> v.bearing("userinfo", unsigned(access(v.token(exchange(v.lowCode(DELGADO)))))),
                "401 "),
        ASK_ABOUT_A_TOKEN_AS_NOBODY(
                v -> v.post(RealKeycloak.openId("token/introspect"), Map.of("token", "a"), null),
                "40[013] "),
        REGISTER_A_CLIENT_OF_ONES_OWN(
                v ->
                        v.post(
                                RealKeycloak.realm("clients-registrations/openid-connect"),
                                Map.of("client_name", "mine"),
                                null),
                "(40[0-9]|415) ");

        private final Function<Visitor, Said> way;
        private final Pattern answer;

        Trick(Function<Visitor, Said> way, String answer) {
            this.way = way;
            this.answer = Pattern.compile(answer, Pattern.DOTALL);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isRefused(Trick trick) {
        var said = trick.way.apply(new Visitor());
        assertThat(said.line()).containsPattern(trick.answer);
        assertThat(said.code()).as("a code").isNull();
        assertThat(said.body()).doesNotContain("\"access_token\"", "\"id_token\"");
    }

    /** What a person gets who takes our demands out of the address: a token that says so. */
    @Test
    void whoTakesTheDemandsOutOfTheAddressGetsALowerLevel() {
        var visitor = new Visitor();
        var said = visitor.token(exchange(visitor.lowCode(HALLORAN)));
        assertThat(claims(said)).contains("\"acr\":\"silver\"").doesNotContain("\"acr\":\"gold\"");
    }

    /**
     * The way our application goes, so that the refusals above are not those of a broken server.
     */
    @Test
    void theRightWayEndsWithGoldOnceAndNeverAgainWithTheSameCode() {
        var visitor = new Visitor();
        var digits = Visitor.authenticator(CASTELLANE).digits();
        var code =
                visitor.code(visitor.password(visitor.asks(question()), CASTELLANE), digits).code();
        assertThat(code).as("a code for password and one-time code").isNotNull();
        var said = visitor.token(exchange(code));
        assertThat(claims(said))
                .contains("\"acr\":\"gold\"", "\"nonce\":\"a-nonce\"", CASTELLANE.id().toString());
        var other = new Visitor();
        var again = other.code(other.password(other.asks(question()), CASTELLANE), digits);
        assertThat(again.code()).as("a code for a one-time code that was used").isNull();
    }

    /** A session that signed a moment ago does not sign the next text. */
    @Test
    void aRaisedSessionIsAskedAgain() {
        var visitor = new Visitor();
        var first =
                visitor.code(
                        visitor.password(visitor.asks(question()), HALLORAN),
                        Visitor.authenticator(HALLORAN).digits());
        assertThat(first.code()).isNotNull();
        for (var next : List.of(question(), asking("max_age", null))) {
            var said = visitor.asks(next);
            assertThat(said.code()).isNull();
            assertThat(said.asks("otp") || said.asks("password")).isTrue();
        }
    }

    private static String access(Said said) {
        return field(said, "access_token");
    }

    private static String claims(Said said) {
        var token = field(said, "id_token");
        return new String(
                Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    private static String field(Said said, String name) {
        var found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(said.body());
        if (!found.find()) {
            throw new AssertionError("no " + name + ": " + said.line());
        }
        return found.group(1);
    }

    private static String unsigned(String token) {
        var header =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + token.split("\\.")[1] + ".";
    }
}
