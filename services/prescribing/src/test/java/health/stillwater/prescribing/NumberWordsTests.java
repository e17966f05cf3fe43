package health.stillwater.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberWordsTests {

    @ParameterizedTest
    @CsvSource({
        "0,zero",
        "8,eight",
        "13,thirteen",
        "19,nineteen",
        "20,twenty",
        "21,twenty-one",
        "40,forty",
        "99,ninety-nine",
        "100,one hundred",
        "104,one hundred four",
        "999,nine hundred ninety-nine"
    })
    void spellsNumbers(int number, String words) {
        assertThat(NumberWords.of(number)).isEqualTo(words);
    }

    @Test
    void spellsNothingElse() {
        assertThatThrownBy(() -> NumberWords.of(1000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NumberWords.of(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
