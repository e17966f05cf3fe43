package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One number has one text, whoever wrote it down: a hash made before is found again. */
class CanonicalTests {

    @ParameterizedTest
    @CsvSource({
        "200, 200",
        "200.0, 200",
        "2E+2, 200",
        "12.50, 12.5",
        "0.70, 0.7",
        "0, 0",
        "-3.10, -3.1"
    })
    void aNumberHasOneText(String number, String text) {
        var written = Canonical.text(Canonical.tree(Map.of("mg", new BigDecimal(number))));

        assertThat(written).isEqualTo("{\"mg\":" + text + "}");
        assertThat(Canonical.text(Canonical.parse(written))).isEqualTo(written);
        assertThat(Canonical.text(Canonical.parse("{\"mg\":" + number.replace("E+2", "e2") + "}")))
                .isEqualTo(written);
    }
}
