package health.stillwater.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTests {

    @ParameterizedTest
    @ValueSource(strings = {"BB1388568", "AB1234563", "F91234563"})
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
}
