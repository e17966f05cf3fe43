package health.stillwater.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTests {

    @ParameterizedTest
    @ValueSource(strings = {"BB1388568", "AB1234563", "F91234563", "AB1111119"})
    void aDeaNumberAddsUp(String number) {
        assertThat(DeaNumber.addsUp(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB1234564", "XB1234563", "AB123456", "ab1234563", "AB12345634", ""})
    void aDeaNumberDoesNot(String number) {
        assertThat(DeaNumber.addsUp(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567893", "1987654328"})
    void anNpiAddsUp(String number) {
        assertThat(Npi.addsUp(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "3234567893", "123456789", ""})
    void anNpiDoesNot(String number) {
        assertThat(Npi.addsUp(number)).isFalse();
    }

    @Test
    void onlyWhatAddsUpPasses() {
        assertThatCode(() -> DeaNumber.check("AB1234563")).doesNotThrowAnyException();
        assertThatCode(() -> Npi.check("1234567893")).doesNotThrowAnyException();
        assertThatThrownBy(() -> DeaNumber.check("AB1234564"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Npi.check("1234567890"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Each digit counts at its own weight: one more of any of them, and it no longer adds up. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void noDigitOfADeaNumberIsIdle(int at) {
        var digits = new StringBuilder("BB1388568");
        digits.setCharAt(at, (char) ('0' + (digits.charAt(at) - '0' + 1) % 10));

        assertThat(DeaNumber.addsUp(digits.toString())).isFalse();
    }

    @ParameterizedTest(name = "{0} fits {1}: {2}")
    @CsvSource({
        "AS1234563, Mary Salt, true",
        "AS1234563, Salt, true",
        "AS1234563, 'Salt, M.D.', true",
        "AS1234563, ' mary salt ', true",
        "AS1234563, Salt Marsh, false",
        "AM1234563, Mary Salt, false",
        "A91234563, Mary Salt, true",
        "AS1234563, '', true",
        "AS, Mary Salt, true",
        "AM, Mary Salt, false",
        "A, Mary Salt, false",
        "'', Mary Salt, false"
    })
    void theSecondLetterHintsAtTheSurname(String number, String name, boolean fits) {
        assertThat(DeaNumber.fits(number, name)).isEqualTo(fits);
    }
}
