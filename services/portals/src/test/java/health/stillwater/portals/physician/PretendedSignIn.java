package health.stillwater.portals.physician;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** The sign-in server's own two addresses, token and keys, with tokens as a test wants them. */
final class PretendedSignIn implements AutoCloseable {

    /** Keys take long to make, and are the same for every test. */
    private static final RSAKey PUBLISHED = key("published");

    private static final RSAKey STOLEN = key("published");

    private final HttpServer server;
    private String token = "";
    private String lastForm = "";
    private String whole = "";

    PretendedSignIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext(
                "/certs",
                exchange -> answer(exchange, 200, new JWKSet(PUBLISHED.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    ClientRegistrationRepository clients() {
        return new InMemoryClientRegistrationRepository(
                ClientRegistration.withRegistrationId("keycloak")
                        .clientId("stillwater-web")
                        .clientSecret("secret")
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                        .scope("openid")
                        .issuerUri(address(""))
                        .authorizationUri(address("/auth"))
                        .tokenUri(address("/token"))
                        .jwkSetUri(address("/certs"))
                        .userNameAttributeName("sub")
                        .build());
    }

    /** The next code is worth this token. */
    void grants(UnaryOperator<JWTClaimsSet.Builder> claims) {
        token = signed(PUBLISHED, claims);
    }

    /** The same, signed by a key that only claims to be the server's. */
    void forges(UnaryOperator<JWTClaimsSet.Builder> claims) {
        token = signed(STOLEN, claims);
    }

    /** The next code is worth this very text. */
    void answers(String jwt) {
        token = jwt;
    }

    /** The next code is worth this answer, whole. */
    void says(String json) {
        whole = json;
    }

    /** What it would have signed, unsigned. */
    JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> otherwise) {
        return otherwise.apply(plain()).build();
    }

    RSAKey key() {
        return PUBLISHED;
    }

    /** The next code is worth nothing. */
    void refuses() {
        token = "";
    }

    /** What we sent with the last code. */
    String lastForm() {
        return lastForm;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String signed(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> claims) {
        try {
            var jwt =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                            claims.apply(plain()).build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JWTClaimsSet.Builder plain() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(address(""))
                .audience("stillwater-web")
                .subject(Samples.ME.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("acr", "gold")
                .claim("auth_time", Samples.NOW.getEpochSecond() + 20);
    }

    private void token(HttpExchange exchange) throws IOException {
        lastForm = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!whole.isEmpty()) {
            answer(exchange, 200, whole);
        } else if (token.isEmpty()) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
        } else {
            answer(
                    exchange,
                    200,
                    "{\"access_token\": \"unused\", \"token_type\": \"Bearer\", \"expires_in\": 300, \"id_token\": \"%s\"}"
                            .formatted(token));
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    private String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
