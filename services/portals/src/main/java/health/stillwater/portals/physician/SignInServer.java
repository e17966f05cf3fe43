package health.stillwater.portals.physician;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * The sign-in server, asked by us and not through the browser: a code for a token, whose signature
 * and issuer hold.
 */
class SignInServer {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(10);

    private final ClientRegistration client;
    private final RestClientAuthorizationCodeTokenResponseClient tokens;
    private final JwtDecoder decoder;

    SignInServer(ClientRegistration client) {
        this.client = client;
        this.tokens = tokens();
        this.decoder = decoder(client);
    }

    /**
     * The ID token for a code: signed by the server, issued for us, not expired. Anything else is
     * an exception.
     */
    Jwt idToken(OAuth2AuthorizationExchange exchange) {
        var granted =
                tokens.getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(client, exchange));
        if (granted.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN)
                instanceof String token) {
            return decoder.decode(token);
        }
        throw new JwtException("no ID token");
    }

    private static RestClientAuthorizationCodeTokenResponseClient tokens() {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(
                RestClient.builder()
                        .requestFactory(patient())
                        .configureMessageConverters(
                                converters ->
                                        converters
                                                .addCustomConverter(new FormHttpMessageConverter())
                                                .addCustomConverter(
                                                        new OAuth2AccessTokenResponseHttpMessageConverter()))
                        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                        .build());
        return tokens;
    }

    private static JwtDecoder decoder(ClientRegistration client) {
        var keys =
                Objects.requireNonNull(
                        client.getProviderDetails().getJwkSetUri(),
                        "no keys of the sign-in server");
        var decoder =
                NimbusJwtDecoder.withJwkSetUri(keys)
                        .restOperations(new RestTemplate(patient()))
                        .build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        new JwtTimestampValidator(), new OidcIdTokenValidator(client)));
        return decoder;
    }

    /** Waits for the sign-in server a while, and not for ever. */
    private static ClientHttpRequestFactory patient() {
        var factory =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder().connectTimeout(CONNECT).build());
        factory.setReadTimeout(READ);
        return factory;
    }
}
