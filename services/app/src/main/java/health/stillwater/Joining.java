package health.stillwater;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/**
 * Sends people to sign in; whoever comes with {@code ?join} is shown the form for a new account at
 * once.
 */
@Component
class Joining implements OAuth2AuthorizationRequestResolver {

    private final OAuth2AuthorizationRequestResolver signIn;

    Joining(ClientRegistrationRepository clients) {
        this.signIn =
                new DefaultOAuth2AuthorizationRequestResolver(
                        clients,
                        OAuth2AuthorizationRequestRedirectFilter
                                .DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return joining(request, signIn.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String client) {
        return joining(request, signIn.resolve(request, client));
    }

    /** OpenID Connect, Initiating User Registration 1.0: {@code prompt=create}. */
    private static @Nullable OAuth2AuthorizationRequest joining(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest usual) {
        return usual == null || request.getParameter("join") == null
                ? usual
                : OAuth2AuthorizationRequest.from(usual)
                        .additionalParameters(parameters -> parameters.put("prompt", "create"))
                        .build();
    }
}
