package health.stillwater.portals.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BarCodeTests {

    /** The start and stop sign of the standard: n w n n w n w n n, a gap, and again. */
    @Test
    void everyCodeBeginsAndEndsWithAStar() {
        assertThat(drawn(BarCode.of(""))).isEqualTo("#...#.###.###.#" + "." + "#...#.###.###.#");
    }

    @Test
    void theSignsOfAnOrderNumberAreThoseOfTheStandard() {
        assertThat(sign('1')).isEqualTo("###.#...#.#.###");
        assertThat(sign('8')).isEqualTo("###.#...#.###.#");
        assertThat(sign('A')).isEqualTo("###.#.#...#.###");
        assertThat(sign('S')).isEqualTo("#.###.#.###...#");
        assertThat(sign('-')).isEqualTo("#...#.#.###.###");
    }

    @Test
    void aSignTheStandardDoesNotHaveIsNeverDrawnAsAnother() {
        assertThatThrownBy(() -> BarCode.of("SW-ä")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String sign(char sign) {
        var code = drawn(BarCode.of(String.valueOf(sign)));
        return code.substring(16, code.length() - 16);
    }

    private static String drawn(BarCode code) {
        var line = new StringBuilder(".".repeat(code.width()));
        for (var bar : code.bars()) {
            line.replace(bar.x(), bar.x() + bar.width(), "#".repeat(bar.width()));
        }
        return line.chars().mapToObj(Character::toString).collect(Collectors.joining());
    }
}
