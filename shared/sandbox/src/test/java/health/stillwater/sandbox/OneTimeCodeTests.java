package health.stillwater.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodeTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /**
     * The SHA-1 rows of RFC 6238, appendix B, which prints eight digits; an authenticator shows the
     * last six.
     */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void isTheCodeOfTheStandard(long second, String eightDigits) {
        assertThat(OneTimeCode.at(Instant.ofEpochSecond(second), SECRET).digits())
                .isEqualTo(eightDigits.substring(2));
    }

    /** RFC 4226, appendix D: the truncated values themselves. */
    @ParameterizedTest
    @CsvSource({"0, 1284755224", "1, 1094287082", "2, 137359152", "9, 645520489"})
    void truncatesAsTheStandardDoes(long counter, int truncated) {
        assertThat(OneTimeCode.truncated(SECRET, counter)).isEqualTo(truncated);
    }

    @Test
    void saysHowLongItStaysOnTheScreen() {
        assertThat(OneTimeCode.at(Instant.ofEpochSecond(60), SECRET).left())
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(OneTimeCode.at(Instant.ofEpochSecond(89), SECRET).left())
                .isEqualTo(Duration.ofSeconds(1));
    }
}
