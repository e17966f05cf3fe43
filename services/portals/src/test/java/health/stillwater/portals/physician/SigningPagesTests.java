package health.stillwater.portals.physician;

import static health.stillwater.portals.physician.Samples.CASTELLANE;
import static health.stillwater.portals.physician.Samples.CLOCK;
import static health.stillwater.portals.physician.Samples.ME;
import static health.stillwater.portals.physician.Samples.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.nimbusds.jwt.JWTClaimsSet;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.Desk;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.prescribing.SecondFactor;
import health.stillwater.prescribing.SigningOutcome;
import health.stillwater.prescribing.SigningRequest.State;
import health.stillwater.rulebook.Moment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

class SigningPagesTests {

    private static final UUID ID = Texts.SIGNING;
    private static final String PAGE = "/physician/signings/" + ID;

    private final Prescribing prescribing = mock(Prescribing.class);
    private final MockHttpSession browser = new MockHttpSession();
    private PretendedSignIn signIn;
    private Desk desk;

    @BeforeEach
    void aDesk() throws IOException {
        signIn = new PretendedSignIn();
        when(prescribing.signing(ID, ME)).thenReturn(Texts.ready(State.OPEN));
        when(prescribing.signing(Samples.id("99999999"), ME))
                .thenThrow(new Refusal.Missing("This text to sign"));
        desk =
                Desk.of(
                        CASTELLANE,
                        new SigningController(prescribing, new StepUp(signIn.clients(), CLOCK)));
    }

    @AfterEach
    void away() {
        signIn.close();
    }

    @Test
    void theExactTextStandsThereWithItsFingerprintAndTheStatement() {
        var page = desk.read(PAGE);
        assertThat(page.select(".sw-rx").text())
                .contains(
                        "Rosa Delgado, born March 9, 1979",
                        "100 mg, sublingual rapid-dissolve tablet")
                .contains("4 (four)", "Refills 0", "Cedar Compounding", "FC1234563", "ME 104417")
                .contains("We agreed to try this, starting low.", "9f2c 41d0 7be8 55a3");
        assertThat(page.select(".sw-legal").text())
                .contains(Texts.STATEMENT, "21 CFR 1311.140(a)(3)");
        assertThat(page.select("main form").attr("action")).isEqualTo(PAGE + "/factor");
        assertThat(page.select("main input:not([type=hidden])")).isEmpty();
    }

    @Test
    void aDeclineNamesItsReasonAndNoDrug() {
        when(prescribing.signing(ID, ME)).thenReturn(Texts.declined());
        var page =
                Desk.page(desk.mvc().get().uri(PAGE).exchange(), 200, "physician-signing-decline");
        assertThat(page.select(".sw-rx").text())
                .contains("Declined", "Not safe at home")
                .doesNotContain("Refills");
        assertThat(page.select("main form button").text()).isEqualTo("Sign the decision");
    }

    @Test
    void aTextThatIsVoidOffersNoButton() {
        when(prescribing.signing(ID, ME)).thenReturn(Texts.ready(State.VOID));
        var page = Desk.page(desk.mvc().get().uri(PAGE).exchange(), 200, "physician-signing-void");
        assertThat(page.select("main form")).isEmpty();
        assertThat(page.select("main").text())
                .contains("can no longer be signed", "mark it ready again");
        assertThat(desk.send(PAGE + "/factor")).hasRedirectedUrl(PAGE);
    }

    @Test
    void aSignedTextLeadsToItsRecordAndAForeignOneIsNotThere() {
        when(prescribing.signing(ID, ME)).thenReturn(Texts.ready(State.USED));
        assertThat(desk.mvc().get().uri(PAGE))
                .hasStatus(303)
                .hasRedirectedUrl("/physician/records/" + ID);
        assertThat(desk.mvc().get().uri("/physician/signings/" + Samples.id("99999999")))
                .hasStatus(404);
    }

    @Test
    void theSignInServerIsAskedForGoldForAFreshSignInAndForThisTextAlone() {
        var asked = parameters(begin());
        assertThat(asked.getFirst("claims"))
                .isEqualTo("{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"gold\"]}}}");
        assertThat(asked.getFirst("max_age")).isEqualTo("0");
        assertThat(asked.getFirst("nonce")).isEqualTo(Texts.NONCE);
        assertThat(asked.getFirst("code_challenge_method")).isEqualTo("S256");
        assertThat(asked.getFirst("code_challenge")).isNotBlank();
        assertThat(asked.getFirst("redirect_uri"))
                .isEqualTo("http://localhost/physician/signings/return");
        assertThat(asked.getFirst("scope")).isEqualTo("openid");
    }

    @Test
    void completingTheFactorSignsWithWhatTheTokenSays() {
        when(prescribing.sign(eq(ID), eq(ME), any()))
                .thenReturn(new SigningOutcome.Signed(new DecisionId(ID), 11));
        var answer = comeBack(claims -> claims.claim("nonce", Texts.NONCE));
        assertThat(answer).hasStatus(303).hasRedirectedUrl("/physician/records/" + ID);
        verify(prescribing)
                .sign(
                        ID,
                        ME,
                        new SecondFactor(
                                "gold", Samples.NOW.plusSeconds(20), Texts.NONCE, ME.toString()));
        assertThat(signIn.lastForm())
                .contains("code=a-code", "code_verifier=", "grant_type=authorization_code");
    }

    @Test
    void anAnswerIsReadOnce() {
        when(prescribing.sign(any(), any(), any()))
                .thenReturn(new SigningOutcome.Signed(new DecisionId(ID), 11));
        var state = parameters(begin()).getFirst("state");
        signIn.grants(claims -> claims);
        comeBackWith(state, "a-code");
        assertThat(comeBackWith(state, "a-code")).hasRedirectedUrl("/physician");
        verify(prescribing).sign(any(), any(), any());
    }

    @Test
    void anAnswerToAnotherQuestionSignsNothing() {
        begin();
        signIn.grants(claims -> claims);
        assertRefused(comeBackWith("another-state", "a-code"), "belongs to another sign-in");
    }

    @Test
    void aSignInThatWasNotCompletedSignsNothing() {
        var state = parameters(begin()).getFirst("state");
        var answer =
                desk.mvc()
                        .get()
                        .uri("/physician/signings/return?error=access_denied&state=" + state)
                        .session(browser)
                        .exchange();
        assertRefused(answer, "The sign-in was not completed. Nothing was signed.");
    }

    @Test
    void aTokenThatDoesNotHoldSignsNothing() {
        var state = parameters(begin()).getFirst("state");
        signIn.forges(claims -> claims);
        assertRefused(comeBackWith(state, "a-code"), "could not be verified");
        assertRefused(
                comeBack(claims -> claims.audience("another-client")), "could not be verified");
        assertRefused(
                comeBack(claims -> claims.issuer("http://elsewhere.example")),
                "could not be verified");
        assertRefused(
                comeBack(claims -> claims.issueTime(new Date(0)).expirationTime(new Date(300_000))),
                "could not be verified");
        state = parameters(begin()).getFirst("state");
        signIn.refuses();
        assertRefused(comeBackWith(state, "a-code"), "could not be verified");
    }

    @Test
    void aSignInOlderThanTheRequestSignsNothing() {
        assertRefused(
                comeBack(claims -> claims.claim("auth_time", Samples.NOW.getEpochSecond() - 60)),
                "older than your request");
        assertRefused(
                comeBack(claims -> claims.claim("auth_time", null)), "older than your request");
    }

    @Test
    void aRefusedFactorIsExplainedWhereTheTextStands() {
        when(prescribing.sign(any(), any(), any()))
                .thenReturn(
                        new SigningOutcome.FactorRefused(
                                "The sign-in was without the second factor."));
        var answer = comeBack(claims -> claims.claim("acr", "silver"));
        var page = Desk.page(desk.follow(answer), 200, "physician-signing-refused");
        assertThat(page.select("[role=alert]").text())
                .contains("The sign-in was without the second factor. Nothing was signed.");
        assertThat(page.select("main form button").text())
                .isEqualTo("Sign and send to the pharmacy");
    }

    @Test
    void aStopAtTheLastMomentLeadsBackToTheCaseWithItsSentences() {
        when(prescribing.sign(any(), any(), any()))
                .thenReturn(new SigningOutcome.Stopped(Samples.stopping(Moment.SIGNING)));
        var answer = comeBack(claims -> claims);
        assertThat(answer).hasRedirectedUrl("/physician/cases/" + REQUEST);
        assertThat(answer.getMvcResult().getFlashMap().get("stops"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .anyMatch(sentence -> sentence.startsWith("D05"));
    }

    @Test
    void anEndedClaimIsExplainedAndNothingIsSigned() {
        when(prescribing.sign(any(), any(), any()))
                .thenThrow(new Refusal.Overtaken("Your claim on this case has ended."));
        var answer = comeBack(claims -> claims);
        assertThat(answer).hasRedirectedUrl(PAGE);
        assertThat(answer.getMvcResult().getFlashMap().get("stopped"))
                .isEqualTo("Your claim on this case has ended. Nothing was signed.");
    }

    private void assertRefused(MvcTestResult answer, String why) {
        assertThat(answer).hasStatus(303).hasRedirectedUrl(PAGE);
        assertThat(answer.getMvcResult().getFlashMap().get("stopped")).asString().contains(why);
        verify(prescribing, never()).sign(any(), any(), any());
    }

    private MvcTestResult comeBack(UnaryOperator<JWTClaimsSet.Builder> claims) {
        var state = parameters(begin()).getFirst("state");
        signIn.grants(claims);
        return comeBackWith(state, "a-code");
    }

    private MvcTestResult comeBackWith(String state, String code) {
        return desk.mvc()
                .get()
                .uri("/physician/signings/return?state=" + state + "&code=" + code)
                .session(browser)
                .exchange();
    }

    private String begin() {
        var answer = desk.mvc().post().uri(PAGE + "/factor").session(browser).exchange();
        assertThat(answer).hasStatus(303);
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private static MultiValueMap<String, String> parameters(String address) {
        var raw = UriComponentsBuilder.fromUriString(address).build().getQueryParams();
        var plain = new LinkedMultiValueMap<String, String>();
        raw.forEach(
                (name, values) ->
                        plain.put(
                                name,
                                List.of(
                                        UriUtils.decode(
                                                Objects.requireNonNull(values.getFirst()),
                                                StandardCharsets.UTF_8))));
        return plain;
    }
}
