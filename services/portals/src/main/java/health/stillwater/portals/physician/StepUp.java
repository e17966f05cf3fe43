package health.stillwater.portals.physician;

import health.stillwater.prescribing.SecondFactor;
import health.stillwater.prescribing.SigningRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/**
 * Sends a physician to the sign-in server for a second factor that is bound to one text, and reads
 * what comes back. That the token is true, and younger than the question, is checked here; whether
 * it signs the text is for prescribing to say.
 */
@Component
class StepUp {

    private static final Logger LOG = LoggerFactory.getLogger(StepUp.class);

    private static final String ASKED = StepUp.class.getName() + ".ASKED";
    private static final String GOLD =
            "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"gold\"]}}}";
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(5);

    private final Base64StringKeyGenerator states =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32);
    private final ClientRegistration client;
    private final SignInServer server;
    private final Clock clock;

    StepUp(ClientRegistrationRepository clients, Clock clock) {
        this.client =
                Objects.requireNonNull(
                        clients.findByRegistrationId("keycloak"), "no sign-in server");
        this.server = new SignInServer(client);
        this.clock = clock;
    }

    /** What came back from the sign-in server. */
    sealed interface Answer {

        /** Somebody completed a sign-in for this text. */
        record Factor(UUID signing, SecondFactor factor) implements Answer {}

        /**
         * Nobody did, or it cannot be told.
         *
         * @param signing the text it was for; null when this browser asked nothing
         */
        record None(@Nullable UUID signing, String why) implements Answer {}
    }

    /** What this browser asked for; one at a time, and answered once. */
    private record Asked(
            UUID signing, OAuth2AuthorizationRequest request, String returnTo, Instant at)
            implements Serializable {

        @Serial private static final long serialVersionUID = 1;
    }

    /**
     * Where to send the physician. A sign-in that is going on is not enough: password and code are
     * asked for anew.
     */
    String begin(HttpSession session, SigningRequest signing, String returnTo) {
        return begin(session, signing.id(), signing.nonce(), returnTo);
    }

    /**
     * The same for anything else that takes a second factor of its own.
     *
     * @param thing what it is for
     * @param nonce what the server is to repeat, so that the factor counts for this thing alone
     */
    String begin(HttpSession session, UUID thing, String nonce, String returnTo) {
        var request =
                OAuth2AuthorizationRequest.authorizationCode()
                        .authorizationUri(
                                Objects.requireNonNull(
                                        client.getProviderDetails().getAuthorizationUri()))
                        .clientId(client.getClientId())
                        .redirectUri(returnTo)
                        .scope("openid")
                        .state(states.generateKey())
                        .additionalParameters(
                                Map.of(
                                        OidcParameterNames.NONCE,
                                        nonce,
                                        "claims",
                                        GOLD,
                                        "max_age",
                                        "0"));
        OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
        var asked = new Asked(thing, request.build(), returnTo, clock.instant());
        session.setAttribute(ASKED, asked);
        return asked.request().getAuthorizationRequestUri();
    }

    /** Reads the answer to what this browser asked, once. */
    Answer finish(HttpSession session, String state, @Nullable String code) {
        if (!(session.getAttribute(ASKED) instanceof Asked asked)) {
            return new Answer.None(null, "This browser is not waiting for a sign-in.");
        }
        if (!Objects.equals(asked.request().getState(), state)) {
            return new Answer.None(
                    asked.signing(),
                    "The answer belongs to another sign-in. Start again from here.");
        }
        session.removeAttribute(ASKED);
        if (code == null) {
            LOG.info("A step-up came back without a code");
            return new Answer.None(asked.signing(), "The sign-in was not completed.");
        }
        try {
            return factor(asked, server.idToken(exchange(asked, code, state)));
        } catch (OAuth2AuthorizationException | JwtException broken) {
            LOG.warn("The answer to a step-up does not hold: {}", broken.getMessage());
            return new Answer.None(
                    asked.signing(),
                    "The sign-in server's answer could not be verified. Try again.");
        }
    }

    private static OAuth2AuthorizationExchange exchange(Asked asked, String code, String state) {
        var answer =
                OAuth2AuthorizationResponse.success(code)
                        .redirectUri(asked.returnTo())
                        .state(state)
                        .build();
        return new OAuth2AuthorizationExchange(asked.request(), answer);
    }

    private static Answer factor(Asked asked, Jwt token) {
        var signedInAt = token.getClaimAsInstant(IdTokenClaimNames.AUTH_TIME);
        var earliest = asked.at().truncatedTo(ChronoUnit.SECONDS).minus(CLOCKS_DIFFER_BY);
        if (signedInAt == null || signedInAt.isBefore(earliest)) {
            return new Answer.None(
                    asked.signing(), "The sign-in is older than your request. Complete it again.");
        }
        return new Answer.Factor(
                asked.signing(),
                new SecondFactor(
                        text(token, IdTokenClaimNames.ACR),
                        signedInAt,
                        text(token, IdTokenClaimNames.NONCE),
                        text(token, IdTokenClaimNames.SUB)));
    }

    private static String text(Jwt token, String claim) {
        return Objects.requireNonNullElse(token.getClaimAsString(claim), "");
    }
}
