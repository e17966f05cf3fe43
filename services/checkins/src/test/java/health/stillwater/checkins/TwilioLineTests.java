package health.stillwater.checkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.TwilioException;
import health.stillwater.sandbox.Courier;
import health.stillwater.sandbox.FakeTwilio;
import health.stillwater.sandbox.TwilioAccount;
import health.stillwater.testing.TestClock;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioLineTests {

    static final String PHONE = "+13055550123";
    static final URI REPORT =
            URI.create("http://localhost:1/webhooks/twilio/status?message=a&attempt=1");
    static final Courier NOBODY = (to, headers, body) -> Courier.NOBODY_THERE;

    final TestClock clock = new TestClock();
    final FakeTwilio twilio = new FakeTwilio(TwilioAccount.sandbox(null), clock, NOBODY);
    final TwilioLine line = line(twilio.account().authToken());

    TwilioLine line(String token) {
        var account = twilio.account();
        return new TwilioLine(
                new TwilioSettings(
                        account.sid(),
                        token,
                        account.messagingServiceSid(),
                        twilio.address(),
                        Duration.ofSeconds(1)));
    }

    @AfterEach
    void close() {
        twilio.close();
    }

    @Test
    void handsATextOver() {
        var sending = send();

        var text = twilio.sentTo(PHONE).getFirst();
        assertThat(sending).isEqualTo(new Sending.Taken(text.sid()));
        assertThat(text.body()).isEqualTo("Hello");
        assertThat(text.statusCallback()).isEqualTo(REPORT.toString());
    }

    /** The SDK alone makes three requests on a 500, six on a 503 and two on a 429. */
    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void makesOneRequestWhateverComesBack(int status) {
        twilio.answersTheNextTextWith(status);

        var sending = send();

        assertThat(twilio.timesAskedToSend()).isOne();
        assertThat(twilio.texts()).isEmpty();
        assertThat(sending)
                .isEqualTo(status == 429 ? new Sending.TooBusy() : new Sending.Unknown());
    }

    @Test
    void doesNotKnowWhatCameOfABrokenReply() {
        twilio.takesTheNextTextAndBreaksTheReply();

        assertThat(send()).isEqualTo(new Sending.Unknown());
        assertThat(twilio.timesAskedToSend()).isOne();
        assertThat(twilio.sentTo(PHONE)).hasSize(1);
    }

    @Test
    void doesNotKnowWhatCameOfSilence() {
        twilio.neverAnswersTheNextText(Duration.ofSeconds(3));

        assertThat(send()).isEqualTo(new Sending.Unknown());
        assertThat(twilio.timesAskedToSend()).isOne();
    }

    @Test
    void doesNotKnowWhenNobodyIsThere() {
        twilio.close();

        assertThat(send()).isEqualTo(new Sending.Unknown());
        assertThatThrownBy(() -> line.find(PHONE, "Hello", clock.instant(), sid -> false))
                .isInstanceOf(TwilioException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {21610, 21211, 30034})
    void tellsWhyATextWasRefused(int code) {
        twilio.refusesTheNextText(code);

        assertThat(send()).isEqualTo(new Sending.Refused(code));
    }

    @Test
    void isRefusedWithAWrongToken() {
        assertThat(line("wrong").send(PHONE, "Hello", REPORT, Duration.ZERO))
                .isEqualTo(new Sending.Refused(20003));
    }

    @Test
    void findsATextWhoseReplyWasLost() {
        twilio.takesTheNextTextAndBreaksTheReply();
        send();
        var sid = twilio.sentTo(PHONE).getFirst().sid();

        assertThat(line.find(PHONE, "Hello", clock.instant(), known -> false))
                .hasValueSatisfying(found -> assertThat(found.getSid()).isEqualTo(sid));
        assertThat(line.find(PHONE, "Hello", clock.instant(), sid::equals)).isEmpty();
        assertThat(line.find(PHONE, "Other words", clock.instant(), known -> false)).isEmpty();
        assertThat(line.find("+13055550199", "Hello", clock.instant(), known -> false)).isEmpty();
        assertThat(line.find(PHONE, "Hello", clock.instant().plusSeconds(600), known -> false))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+12349013030, 0/KCTR6DLpKmkAf8muzZqo1nDgQ=",
        "+14158675309, RSOYDt4T1cUTdK1PDd93/VVr8B8="
    })
    void believesASignatureOfTwiliosOwn(String caller, String signature) {
        var form =
                Map.of(
                        "CallSid", "CA1234567890ABCDE",
                        "Caller", caller,
                        "Digits", "1234",
                        "From", caller,
                        "To", "+18005551212");
        var url = "https://mycompany.com/myapp.php?foo=1&bar=2";

        assertThat(line("12345").signed(url, form, signature)).isTrue();
        assertThat(line("12346").signed(url, form, signature)).isFalse();
        assertThat(line("12345").signed(url.replace("bar=2", "bar=3"), form, signature)).isFalse();
        assertThat(line("12345").signed(url, Map.of("Body", "x"), signature)).isFalse();
    }

    private Sending send() {
        return line.send(PHONE, "Hello", REPORT, Duration.ofHours(8));
    }
}
