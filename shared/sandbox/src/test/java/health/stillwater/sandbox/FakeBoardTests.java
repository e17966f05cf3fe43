package health.stillwater.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The register of boards, asked as the program asks it. */
class FakeBoardTests {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final LocalDate END = LocalDate.of(2027, 3, 31);

    private final FakeBoard board = new FakeBoard(Clock.fixed(NOON, ZoneOffset.UTC));

    @AfterEach
    void closes() {
        board.close();
    }

    @Test
    void whatIsKnownIsToldWithTheTime() throws Exception {
        board.knows("license", "FL", "ME 1", END, "md", List.of());

        assertThat(told("license", "FL", "ME%201").body())
                .contains("\"status\":\"active\"", "\"expiresOn\":\"2027-03-31\"")
                .contains("\"type\":\"md\"", "\"asOf\":\"2026-11-24T17:00:00Z\"");
        assertThat(told("license", "NJ", "ME%201").statusCode()).isEqualTo(404);
    }

    @Test
    void whatHasNoEndNamesNone() throws Exception {
        board.knows("florida-profile", "FL", "ME1", null, null, List.of())
                .says("florida-profile", "FL", "ME1", "designated", true);

        assertThat(told("florida-profile", "FL", "ME1").body())
                .contains("\"designated\":true")
                .doesNotContain("expiresOn");
    }

    @Test
    void aStatusIsChangedByTheNameInTheRegister() throws Exception {
        board.knows("dea", "FL", "AB1234563", END);
        board.tells("dea FL AB1234563", "suspended");
        board.tells("dea FL nobody", "suspended");

        assertThat(told("dea", "FL", "AB1234563").body())
                .contains("\"status\":\"suspended\"", "\"expiresOn\":\"2027-03-31\"");
        assertThat(board.register()).hasSize(1);
    }

    private HttpResponse<String> told(String kind, String state, String number) throws Exception {
        var address =
                "%s/v1/verifications?kind=%s&state=%s&number=%s"
                        .formatted(board.address(), kind, state, number);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
