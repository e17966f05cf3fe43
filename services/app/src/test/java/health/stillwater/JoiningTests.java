package health.stillwater;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

class JoiningTests {

    private final Joining joining =
            new Joining(
                    new SignInConfiguration()
                            .clients(
                                    new SignInSettings(
                                            URI.create("https://sign-in.example/realms/stillwater"),
                                            "stillwater-web",
                                            "secret",
                                            List.of())));

    @Test
    void whoeverWantsAnAccountIsShownItsFormAtOnce() {
        assertThat(asked("join").getAuthorizationRequestUri())
                .contains("prompt=create", "code_challenge=", "nonce=");
    }

    @Test
    void whoeverHasOneSignsIn() {
        assertThat(asked(null).getAuthorizationRequestUri())
                .contains("code_challenge=")
                .doesNotContain("prompt=");
    }

    private OAuth2AuthorizationRequest asked(String parameter) {
        var request = new MockHttpServletRequest("GET", "/oauth2/authorization/keycloak");
        request.setServletPath("/oauth2/authorization/keycloak");
        if (parameter != null) {
            request.setParameter(parameter, "");
        }
        return joining.resolve(request);
    }
}
