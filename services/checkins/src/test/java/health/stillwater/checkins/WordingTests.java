package health.stillwater.checkins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTests {

    static final String GSM_7 =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
                    + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    @ParameterizedTest
    @EnumSource
    void fitsInOneTextMessage(Wording wording) {
        assertThat(wording.words()).hasSizeLessThanOrEqualTo(160);
        assertThat(wording.words().chars()).allMatch(letter -> GSM_7.indexOf(letter) >= 0);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhoWritesAndNothingAboutHealth(Wording wording) {
        assertThat(wording.words()).startsWith("Stillwater: ");
        assertThat(wording.words().toLowerCase(Locale.ROOT))
                .doesNotContain(
                        "ketamine",
                        "pain",
                        "drug",
                        "dose",
                        "medic",
                        "prescri",
                        "pharmacy",
                        "crps",
                        "treatment");
    }

    @Test
    void tellsInTheFirstTextHowToStopAndToGetHelp() {
        assertThat(Wording.CHECK_IN.words()).contains("STOP", "HELP");
    }

    @Test
    void namesBothNumbersInAnEmergency() {
        assertThat(Wording.EMERGENCY.words()).contains("911", "988");
    }
}
