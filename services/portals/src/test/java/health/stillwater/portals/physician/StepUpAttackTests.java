package health.stillwater.portals.physician;

import static health.stillwater.portals.physician.Samples.CASTELLANE;
import static health.stillwater.portals.physician.Samples.CLOCK;
import static health.stillwater.portals.physician.Samples.ME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import health.stillwater.portals.shell.Desk;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.prescribing.SigningRequest.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Answers of a sign-in server that are not true, or not to what this browser asked. {@code
 * WaysRoundRoomTests} of prescribing has the true ones that sign nothing all the same.
 */
class StepUpAttackTests {

    private static final UUID ID = Texts.SIGNING;
    private static final String PAGE = "/physician/signings/" + ID;
    private static final String RETURN = "/physician/signings/return";

    private final Prescribing prescribing = mock(Prescribing.class);
    private final MockHttpSession browser = new MockHttpSession();
    private PretendedSignIn signIn;
    private Desk desk;

    @BeforeEach
    void aDesk() throws IOException {
        signIn = new PretendedSignIn();
        when(prescribing.signing(ID, ME)).thenReturn(Texts.ready(State.OPEN));
        desk =
                Desk.of(
                        CASTELLANE,
                        new SigningController(prescribing, new StepUp(signIn.clients(), CLOCK)));
    }

    @AfterEach
    void away() {
        verify(prescribing, never()).sign(any(), any(), any());
        signIn.close();
    }

    /** A token in place of the one the server would have signed. */
    private enum Token {
        UNSIGNED(server -> new PlainJWT(server.claims(same())).serialize()),
        SIGNED_BY_A_KEY_OF_ITS_OWN(server -> signed(server, same(), new RSASSASigner(foreign()))),
        SIGNED_WITH_THE_PUBLIC_KEY_AS_A_SECRET(
                server ->
                        signed(
                                server,
                                JWSAlgorithm.HS256,
                                new MACSigner(server.key().toRSAPublicKey().getEncoded()))),
        SIGNED_WITH_THE_CLIENTS_SECRET(
                server ->
                        signed(
                                server,
                                JWSAlgorithm.HS256,
                                new MACSigner(
                                        "secret".repeat(8).getBytes(StandardCharsets.UTF_8)))),
        SIGNED_BY_AN_ALGORITHM_WE_DID_NOT_CHOOSE(
                server ->
                        signed(
                                server,
                                JWSAlgorithm.PS512,
                                new RSASSASigner(server.key().toPrivateKey()))),
        WITH_ITS_CLAIMS_CHANGED_AFTER_SIGNING(
                server -> {
                    var parts = right(server).split("\\.");
                    var other =
                            Base64.getUrlEncoder()
                                    .withoutPadding()
                                    .encodeToString(
                                            server.claims(c -> c.claim("acr", "platinum"))
                                                    .toString()
                                                    .getBytes(StandardCharsets.UTF_8));
                    return parts[0] + "." + other + "." + parts[2];
                }),
        WITHOUT_ITS_SIGNATURE(server -> right(server).replaceAll("[^.]*$", "")),
        OF_ANOTHER_ISSUER(server -> signed(server, c -> c.issuer("http://elsewhere.example"))),
        OF_NO_ISSUER(server -> signed(server, c -> c.issuer(null))),
        FOR_ANOTHER_CLIENT(server -> signed(server, c -> c.audience("another-client"))),
        FOR_NOBODY(server -> signed(server, c -> c.audience((String) null))),
        FOR_SEVERAL_WITHOUT_SAYING_TO_WHOM_IT_WAS_GIVEN(
                server ->
                        signed(
                                server,
                                c -> c.audience(List.of("stillwater-web", "another-client")))),
        GIVEN_TO_ANOTHER_CLIENT(
                server ->
                        signed(
                                server,
                                c ->
                                        c.audience(List.of("stillwater-web", "another-client"))
                                                .claim("azp", "another-client"))),
        GIVEN_TO_ANOTHER_CLIENT_FOR_US_ALONE(
                server -> signed(server, c -> c.claim("azp", "another-client"))),
        EXPIRED(
                server ->
                        signed(
                                server,
                                c -> c.issueTime(new Date(0)).expirationTime(new Date(300_000)))),
        THAT_NEVER_EXPIRES(server -> signed(server, c -> c.expirationTime(null))),
        ISSUED_AT_NO_TIME(server -> signed(server, c -> c.issueTime(null))),
        NOT_VALID_YET(
                server ->
                        signed(
                                server,
                                c -> c.notBeforeTime(Date.from(Instant.now().plusSeconds(3600))))),
        OF_NO_SUBJECT(server -> signed(server, c -> c.subject(null))),
        OF_A_SIGN_IN_AT_NO_TIME(server -> signed(server, c -> c.claim("auth_time", null))),
        OF_A_SIGN_IN_BEFORE_WE_ASKED(
                server ->
                        signed(
                                server,
                                c -> c.claim("auth_time", Samples.NOW.getEpochSecond() - 6))),
        OF_A_SIGN_IN_THAT_WENT_ON(
                server ->
                        signed(
                                server,
                                c -> c.claim("auth_time", Samples.NOW.getEpochSecond() - 3600))),
        THAT_IS_NO_TOKEN(_ -> "not.a.token"),
        THAT_IS_ENCRYPTED_NONSENSE(_ -> "a.b.c.d.e");

        private interface Making {
            String by(PretendedSignIn server) throws JOSEException;
        }

        private final Making made;

        Token(Making made) {
            this.made = made;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTokenSignsNothing(Token token) throws JOSEException {
        var state = begin();
        signIn.answers(token.made.by(signIn));
        assertRefused(returns(state, "a-code"));
    }

    @Test
    void anAccessTokenInItsPlaceSignsNothing() {
        var state = begin();
        signIn.says(
                "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": 300}"
                        .formatted(right(signIn)));
        assertRefused(returns(state, "a-code"));
    }

    /** A way to come back that is not the end of what this browser began. */
    private enum Callback {
        WITHOUT_HAVING_BEGUN(test -> test.returns("a-state", "a-code")),
        WITHOUT_A_STATE(
                test -> {
                    test.begin();
                    return test.comes("?code=a-code");
                }),
        WITH_AN_EMPTY_STATE(
                test -> {
                    test.begin();
                    return test.returns("", "a-code");
                }),
        WITH_THE_STATE_OF_ANOTHER_BROWSER(
                test -> {
                    var theirs = test.begin();
                    test.browser.clearAttributes();
                    test.begin();
                    return test.returns(theirs, "a-code");
                }),
        WITH_THE_STATE_OF_AN_EARLIER_QUESTION(
                test -> {
                    var earlier = test.begin();
                    test.begin();
                    return test.returns(earlier, "a-code");
                }),
        WITHOUT_A_CODE(test -> test.comes("?state=" + test.begin())),
        WITH_AN_ERROR(test -> test.comes("?error=access_denied&state=" + test.begin())),
        WITH_AN_ERROR_AND_A_TOKEN_IN_THE_ADDRESS(
                test ->
                        test.comes(
                                "?error=access_denied&id_token="
                                        + right(test.signIn)
                                        + "&state="
                                        + test.begin())),
        WITH_A_TOKEN_IN_PLACE_OF_A_CODE(
                test -> test.comes("?id_token=" + right(test.signIn) + "&state=" + test.begin())),
        WITH_A_CODE_THE_SERVER_DOES_NOT_KNOW(
                test -> {
                    var state = test.begin();
                    test.signIn.refuses();
                    return test.returns(state, "a-code");
                }),
        TWICE_AFTER_A_FAILURE(
                test -> {
                    var state = test.begin();
                    test.signIn.refuses();
                    test.returns(state, "a-code");
                    test.signIn.answers(right(test.signIn));
                    return test.returns(state, "a-code");
                });

        private final Function<StepUpAttackTests, MvcTestResult> way;

        Callback(Function<StepUpAttackTests, MvcTestResult> way) {
            this.way = way;
        }
    }

    @ParameterizedTest
    @EnumSource
    void comingBackSignsNothing(Callback callback) {
        signIn.answers(right(signIn));
        assertRefused(callback.way.apply(this));
    }

    @Test
    void theCallbackTakesNoForm() {
        var state = begin();
        signIn.answers(right(signIn));
        assertThat(
                        desk.mvc()
                                .post()
                                .uri(RETURN)
                                .param("state", state)
                                .param("code", "a-code")
                                .session(browser))
                .hasStatus(405);
    }

    private static void assertRefused(MvcTestResult answer) {
        assertThat(answer).hasStatus(303);
        assertThat(answer.getMvcResult().getFlashMap().get("stopped"))
                .asString()
                .contains("Nothing was signed.");
    }

    private String begin() {
        var answer = desk.mvc().post().uri(PAGE + "/factor").session(browser).exchange();
        var address = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        return Objects.requireNonNull(
                UriComponentsBuilder.fromUriString(address)
                        .build()
                        .getQueryParams()
                        .getFirst("state"));
    }

    private MvcTestResult returns(String state, String code) {
        return comes("?state=" + state + "&code=" + code);
    }

    private MvcTestResult comes(String question) {
        return desk.mvc().get().uri(RETURN + question).session(browser).exchange();
    }

    private static UnaryOperator<JWTClaimsSet.Builder> same() {
        return claims -> claims;
    }

    private static String right(PretendedSignIn server) {
        return signed(server, same());
    }

    private static String signed(
            PretendedSignIn server, UnaryOperator<JWTClaimsSet.Builder> otherwise) {
        try {
            return signed(server, otherwise, new RSASSASigner(server.key()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signed(PretendedSignIn server, JWSAlgorithm how, JWSSigner by) {
        return signed(server.claims(same()), new JWSHeader.Builder(how), server, by);
    }

    private static String signed(
            PretendedSignIn server, UnaryOperator<JWTClaimsSet.Builder> otherwise, JWSSigner by) {
        return signed(
                server.claims(otherwise), new JWSHeader.Builder(JWSAlgorithm.RS256), server, by);
    }

    private static String signed(
            JWTClaimsSet claims, JWSHeader.Builder header, PretendedSignIn server, JWSSigner by) {
        try {
            var jwt = new SignedJWT(header.keyID(server.key().getKeyID()).build(), claims);
            jwt.sign(by);
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAKey foreign() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
