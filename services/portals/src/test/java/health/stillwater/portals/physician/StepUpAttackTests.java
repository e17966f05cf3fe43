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
import health.stillwater.portals.shell.Desk;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.prescribing.SigningRequest.State;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
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

    @ParameterizedTest
    @EnumSource
    void aTokenSignsNothing(ForgedToken token) throws JOSEException {
        var state = begin();
        signIn.answers(token.by(signIn));
        assertRefused(returns(state, "a-code"));
    }

    @Test
    void anAccessTokenInItsPlaceSignsNothing() {
        var state = begin();
        signIn.says(
                "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": 300}"
                        .formatted(ForgedToken.right(signIn)));
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
                                        + ForgedToken.right(test.signIn)
                                        + "&state="
                                        + test.begin())),
        WITH_A_TOKEN_IN_PLACE_OF_A_CODE(
                test ->
                        test.comes(
                                "?id_token="
                                        + ForgedToken.right(test.signIn)
                                        + "&state="
                                        + test.begin())),
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
                    test.signIn.answers(ForgedToken.right(test.signIn));
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
        signIn.answers(ForgedToken.right(signIn));
        assertRefused(callback.way.apply(this));
    }

    @Test
    void theCallbackTakesNoForm() {
        var state = begin();
        signIn.answers(ForgedToken.right(signIn));
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
}
