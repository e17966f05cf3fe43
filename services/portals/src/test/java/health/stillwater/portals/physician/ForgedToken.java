package health.stillwater.portals.physician;

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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/** A token in place of the one the server would have signed. */
enum ForgedToken {
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
                            new MACSigner("secret".repeat(8).getBytes(StandardCharsets.UTF_8)))),
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
            server -> signed(server, c -> c.audience(List.of("stillwater-web", "another-client")))),
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
            server -> signed(server, c -> c.claim("auth_time", Samples.NOW.getEpochSecond() - 6))),
    OF_A_SIGN_IN_THAT_WENT_ON(
            server ->
                    signed(server, c -> c.claim("auth_time", Samples.NOW.getEpochSecond() - 3600))),
    THAT_IS_NO_TOKEN(_ -> "not.a.token"),
    THAT_IS_ENCRYPTED_NONSENSE(_ -> "a.b.c.d.e");

    private interface Making {
        String by(PretendedSignIn server) throws JOSEException;
    }

    private final Making made;

    ForgedToken(Making made) {
        this.made = made;
    }

    String by(PretendedSignIn server) throws JOSEException {
        return made.by(server);
    }

    private static UnaryOperator<JWTClaimsSet.Builder> same() {
        return claims -> claims;
    }

    static String right(PretendedSignIn server) {
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
