package health.stillwater.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class CanonicalJsonTests {

    /** RFC 8785, section 3.2.2. */
    @Test
    void comesOutAsInTheStandard() {
        var json =
                "{\"numbers\": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],"
                        + " \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\","
                        + " \"literals\": [null, true, false]}";

        assertThat(new String(CanonicalJson.bytesOf(json), UTF_8))
                .isEqualTo(
                        "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    record Sample(String zebra, Instant at, Duration took, int apple) {}

    @Test
    void aRecordIsWrittenByNameWithTimesAsText() {
        var sample =
                new Sample("é\n", Instant.parse("2026-11-24T17:00:00Z"), Duration.ofMinutes(2), 3);

        assertThat(new String(CanonicalJson.bytes(sample), UTF_8))
                .isEqualTo(
                        "{\"apple\":3,\"at\":\"2026-11-24T17:00:00Z\",\"took\":\"PT2M\",\"zebra\":\"é\\n\"}");
    }

    @Test
    void theOrderOfWritingDoesNotMatter() {
        var one = new LinkedHashMap<String, Object>();
        one.put("b", 1);
        one.put("a", 2);
        var other = new LinkedHashMap<String, Object>();
        other.put("a", 2);
        other.put("b", 1);

        assertThat(CanonicalJson.bytes(one)).isEqualTo(CanonicalJson.bytes(other));
    }
}
