package health.stillwater.licensing;

import static health.stillwater.licensing.Made.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.BoardAnswer.Silent;
import health.stillwater.licensing.BoardAnswer.Told;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.testing.TestClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What a register's reply means. */
class BoardTests {

    private static final BoardQuestion QUESTION =
            new BoardQuestion(CredentialKind.LICENSE, UsState.FL, "ME 1");

    private final AtomicReference<URI> asked = new AtomicReference<>();
    private HttpServer register;
    private int status = 200;
    private String body = "";
    private Duration timeout = Duration.ofSeconds(30);
    private CountDownLatch pause = new CountDownLatch(0);

    @BeforeEach
    void aRegisterAnswers() throws IOException {
        register = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        register.createContext(
                "/",
                call -> {
                    asked.set(call.getRequestURI());
                    waits();
                    var bytes = body.getBytes(StandardCharsets.UTF_8);
                    call.sendResponseHeaders(status, bytes.length);
                    call.getResponseBody().write(bytes);
                    call.close();
                });
        register.start();
    }

    @AfterEach
    void itCloses() {
        register.stop(0);
    }

    @ParameterizedTest(name = "dated {0} ms from now: seen at {1} ms")
    @CsvSource({
        "-1, -1",
        "0, 0",
        "1, 0",
        "299999, 0",
        "300000, 0",
        "300001, ",
        "-86400000, -86400000"
    })
    void aRegistersClockMayRunALittleAhead(long millis, Long seen) {
        says("'asOf':'" + NOON.plusMillis(millis) + "','status':'active','number':'ME 1'");

        var answer = ask();
        if (seen == null) {
            assertThat(answer).isEqualTo(new Silent("an answer dated later than now"));
        } else {
            assertThat(((Told) answer).evidence().seenAt()).isEqualTo(NOON.plusMillis(seen));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'''status'':''active'',''number'':''ME 1'''",
        "'''asOf'':''2026-11-24T17:00:00Z'',''number'':''ME 1'''",
        "'''asOf'':''2026-11-24T17:00:00Z'',''status'':''active'',''number'':''ME 2'''"
    })
    void anAnswerWithoutTimeOrStatusOrAboutAnotherNumberIsNone(String reply) {
        says(reply);

        assertThat(ask()).isInstanceOf(Silent.class).asString().contains("another number");
    }

    @Test
    void everythingItSaysIsHeard() {
        says(
                "'asOf':'2026-11-24T17:00:00Z','status':'suspended','number':'ME 1',"
                        + "'expiresOn':'2028-02-29','suspendedFrom':'2026-11-24T12:00:00Z',"
                        + "'schedules':['3N']");
        var told = (Told) ask();

        assertThat(told.status()).isEqualTo(CredentialStatus.SUSPENDED);
        assertThat(told.details().expiresOn()).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(told.details().suspendedFrom()).isEqualTo(Instant.parse("2026-11-24T12:00:00Z"));
        assertThat(told.details().schedules()).containsExactly("3N");
        assertThat(told.evidence().source()).isEqualTo("Florida medical board");
        assertThat(told.evidence().id()).matches("sha256:[0-9a-f]{64}");
        assertThat(asked.get())
                .hasToString("/v1/verifications?kind=license&state=FL&number=ME%201");
    }

    @Test
    void theSameReplyToAnotherQuestionIsAnotherDocument() {
        says("'asOf':'2026-11-24T17:00:00Z','status':'active','number':'ME 1'");
        var one = ((Told) ask()).evidence().id();
        var other = new BoardQuestion(CredentialKind.CDS, UsState.FL, "ME 1");

        assertThat(((Told) ask()).evidence().id()).isEqualTo(one);
        assertThat(((Told) board().ask(other)).evidence().id()).isNotEqualTo(one);
        says("'asOf':'2026-11-24T17:00:00Z','status':'revoked','number':'ME 1'");
        assertThat(((Told) ask()).evidence().id()).isNotEqualTo(one);
    }

    @Test
    void onlyTheRegistersOwnWordsMeanThatThereIsNone() {
        status = 404;
        says("'error':'no such credential'");
        var told = (Told) ask();
        assertThat(told.status()).isEqualTo(CredentialStatus.NONE);
        assertThat(told.evidence().seenAt()).isEqualTo(NOON);

        says("'error':'no such page'");
        assertThat(ask()).isEqualTo(new Silent("status 404"));
    }

    @Test
    void whatIsNoAnswerIsASilence() {
        body = "<html>";
        assertThat(ask()).isEqualTo(new Silent("an answer that cannot be read"));
        status = 503;
        assertThat(ask()).isEqualTo(new Silent("status 503"));
        register.stop(0);
        assertThat(ask()).isEqualTo(new Silent("no answer"));
    }

    @Test
    void oneThatTakesTooLongIsSilent() {
        timeout = Duration.ofMillis(500);
        pause = new CountDownLatch(1);
        assertThat(ask()).isEqualTo(new Silent("no answer"));
        pause.countDown();
    }

    private BoardAnswer ask() {
        return board().ask(QUESTION);
    }

    private Board board() {
        var settings =
                new LicensingSettings(
                        URI.create("http://127.0.0.1:" + register.getAddress().getPort()),
                        timeout,
                        Duration.ofHours(12),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(1));
        return new Board(settings, JsonMapper.builder().build(), new TestClock());
    }

    private void waits() {
        try {
            pause.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void says(String members) {
        body = "{" + members.replace('\'', '"') + "}";
    }
}
