package health.stillwater.enrollment;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Speaks with the vendor that proves identities and checks addresses. The only class that knows its
 * words.
 */
@Component
class IdentityVendor {

    /** A session as the vendor has it: {@code status} is open, verified or failed. */
    record Session(String id, URI url, String status, @Nullable Checks checks) {}

    /** The vendor's checks; one it did not make is null. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Checks(
            @Nullable Boolean document,
            @Nullable Boolean liveness,
            @Nullable Boolean selfieMatch,
            @Nullable Boolean nameMatch,
            @Nullable Boolean dobMatch,
            @Nullable Boolean addressMatch,
            @Nullable Boolean duplicate,
            @Nullable Boolean deceased) {

        /** All of them, or none: a proof with holes is no proof. */
        Optional<Proof> asProof() {
            return Stream.of(
                                    document,
                                    liveness,
                                    selfieMatch,
                                    nameMatch,
                                    dobMatch,
                                    addressMatch,
                                    duplicate,
                                    deceased)
                            .anyMatch(Objects::isNull)
                    ? Optional.empty()
                    : Optional.of(
                            new Proof(
                                    Boolean.TRUE.equals(document),
                                    Boolean.TRUE.equals(liveness),
                                    Boolean.TRUE.equals(selfieMatch),
                                    Boolean.TRUE.equals(nameMatch),
                                    Boolean.TRUE.equals(dobMatch),
                                    Boolean.TRUE.equals(addressMatch),
                                    Boolean.TRUE.equals(duplicate),
                                    Boolean.TRUE.equals(deceased)));
        }
    }

    private record AddressAnswer(@Nullable String status, @Nullable String kind) {}

    /** What the vendor says of an address. */
    enum AddressFound {
        VALID,
        INVALID,
        PO_BOX,
        /** It does not know, or did not answer. */
        UNKNOWN
    }

    /** No answer, or none that can be read: whether the vendor did what was asked is not known. */
    static final class Unanswered extends RuntimeException {
        Unanswered(Throwable cause) {
            super("the identity vendor did not answer", cause);
        }
    }

    private final RestClient client;

    IdentityVendor(RestClient.Builder builder, IdentitySettings settings) {
        var http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(settings.timeout());
        this.client = builder.baseUrl(settings.url()).requestFactory(requests).build();
    }

    /** Opens a session. The vendor keeps the key: the same reference asked twice is one session. */
    Session open(IdentityCheckId reference, URI returnTo, Details person) {
        var body =
                Map.of(
                        "reference", reference.toString(),
                        "return_url", returnTo.toString(),
                        "person",
                                Map.of(
                                        "name", person.name(),
                                        "date_of_birth", person.dateOfBirth().toString(),
                                        "line1", person.line1(),
                                        "city", person.city(),
                                        "state", person.state().name(),
                                        "postal_code", person.postalCode()));
        try {
            return read(
                    client.post()
                            .uri("/v1/sessions")
                            .header("Idempotency-Key", "identity-" + reference)
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(body)
                            .retrieve()
                            .body(Session.class));
        } catch (RestClientException silent) {
            throw new Unanswered(silent);
        }
    }

    /** Asks whether a session was opened for our reference. */
    Optional<Session> openedFor(IdentityCheckId reference) {
        return ask("/v1/sessions?reference=" + reference);
    }

    Session session(String id) {
        return ask("/v1/sessions/" + id)
                .orElseThrow(
                        () -> new IllegalStateException("the identity vendor lost session " + id));
    }

    AddressFound check(Address address) {
        try {
            var answer =
                    client.post()
                            .uri("/v1/addresses/check")
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(
                                    Map.of(
                                            "line1", address.line1(),
                                            "city", address.city(),
                                            "state", address.state().name(),
                                            "postal_code", address.postalCode()))
                            .retrieve()
                            .body(AddressAnswer.class);
            return answer == null ? AddressFound.UNKNOWN : meaning(answer);
        } catch (RestClientException silent) {
            return AddressFound
                    .UNKNOWN; // asking changes nothing at the vendor, so it is asked again later
        }
    }

    private static AddressFound meaning(AddressAnswer answer) {
        if ("po_box".equals(answer.kind())) {
            return AddressFound.PO_BOX;
        }
        return switch (String.valueOf(answer.status())) {
            case "valid" ->
                    "street".equals(answer.kind()) ? AddressFound.VALID : AddressFound.UNKNOWN;
            case "invalid" -> AddressFound.INVALID;
            default -> AddressFound.UNKNOWN;
        };
    }

    private Optional<Session> ask(String path) {
        try {
            return Optional.of(read(client.get().uri(path).retrieve().body(Session.class)));
        } catch (HttpClientErrorException.NotFound none) {
            return Optional.empty();
        } catch (RestClientException silent) {
            throw new Unanswered(silent);
        }
    }

    private static Session read(@Nullable Session session) {
        if (session == null) {
            throw new Unanswered(new IllegalStateException("an empty answer"));
        }
        return session;
    }
}
