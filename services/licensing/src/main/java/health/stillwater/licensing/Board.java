package health.stillwater.licensing;

import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import health.stillwater.rulebook.PrescriberFacts.TwoFactor;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The line to the registers of boards and DEA. One call makes one request; who repeats it is
 * decided elsewhere.
 */
@Component
class Board {

    /** A register's clock may run a little ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final String NO_SUCH_CREDENTIAL = "no such credential";

    private final RestClient http;
    private final JsonMapper json;
    private final Clock clock;

    Board(LicensingSettings settings, JsonMapper json, Clock clock) {
        var client =
                HttpClient.newBuilder()
                        .connectTimeout(settings.timeout())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(settings.timeout());
        this.http =
                RestClient.builder()
                        .baseUrl(settings.boardUrl().toString())
                        .requestFactory(requests)
                        .build();
        this.json = json;
        this.clock = clock;
    }

    private record Reply(
            @Nullable String number,
            @Nullable CredentialStatus status,
            @Nullable Boolean encumbered,
            @Nullable LocalDate expiresOn,
            @Nullable List<String> schedules,
            @Nullable LicenseType type,
            @Nullable Instant suspendedFrom,
            @Nullable Boolean designated,
            @Nullable String painExemption,
            @Nullable Boolean identityProofed,
            @Nullable TwoFactor secondFactor,
            @Nullable Instant asOf) {

        BoardAnswer.Details details() {
            return new BoardAnswer.Details(
                    expiresOn,
                    encumbered,
                    schedules == null ? List.of() : List.copyOf(schedules),
                    type,
                    suspendedFrom,
                    designated,
                    painExemption,
                    identityProofed,
                    secondFactor);
        }
    }

    private record Refused(@Nullable String error) {}

    BoardAnswer ask(BoardQuestion question) {
        try {
            return http.get()
                    .uri(
                            "/v1/verifications?kind={kind}&state={state}&number={number}",
                            question.kind().code(),
                            question.where(),
                            question.number())
                    .exchange((sent, response) -> understood(question, response));
        } catch (ResourceAccessException unreachable) {
            return new BoardAnswer.Silent("no answer");
        } catch (JacksonException unreadable) {
            return new BoardAnswer.Silent("an answer that cannot be read");
        }
    }

    private BoardAnswer understood(BoardQuestion question, ClientHttpResponse response)
            throws IOException {
        var body = response.getBody().readAllBytes();
        return switch (response.getStatusCode().value()) {
            case 200 -> told(question, json.readValue(body, Reply.class), body);
            case 404 -> thereIsNone(question, json.readValue(body, Refused.class), body);
            default -> new BoardAnswer.Silent("status " + response.getStatusCode().value());
        };
    }

    private BoardAnswer told(BoardQuestion question, Reply reply, byte[] body) {
        var now = clock.instant();
        var asOf = reply.asOf();
        if (reply.status() == null || asOf == null || !question.number().equals(reply.number())) {
            return new BoardAnswer.Silent(
                    "an answer without status or time, or about another number");
        }
        if (asOf.isAfter(now.plus(AHEAD))) {
            return new BoardAnswer.Silent("an answer dated later than now");
        }
        var seenAt = asOf.isAfter(now) ? now : asOf;
        return new BoardAnswer.Told(
                reply.status(), reply.details(), evidence(question, body, seenAt));
    }

    /**
     * A page that is not there says 404 too; only the register's own words mean that there is no
     * such credential.
     */
    private BoardAnswer thereIsNone(BoardQuestion question, Refused refused, byte[] body) {
        return NO_SUCH_CREDENTIAL.equals(refused.error())
                ? new BoardAnswer.Told(
                        CredentialStatus.NONE,
                        BoardAnswer.Details.NONE,
                        evidence(question, body, clock.instant()))
                : new BoardAnswer.Silent("status 404");
    }

    /** The reply itself is the document; its fingerprint names it. */
    private static Evidence evidence(BoardQuestion question, byte[] body, Instant seenAt) {
        try {
            var asked = (question + "\n").getBytes(StandardCharsets.UTF_8);
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(asked);
            var hash = HexFormat.of().formatHex(digest.digest(body));
            return new Evidence(question.kind().source(question.state()), "sha256:" + hash, seenAt);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
