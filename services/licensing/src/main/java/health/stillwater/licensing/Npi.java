package health.stillwater.licensing;

import java.util.regex.Pattern;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/** The arithmetic of a National Provider Identifier. */
final class Npi {

    /**
     * The issuer prefix of health identifiers in the United States, counted into the check digit.
     */
    private static final String PREFIX = "80840";

    private static final Pattern SHAPE = Pattern.compile("[12]\\d{9}");

    private Npi() {}

    static boolean addsUp(String npi) {
        return SHAPE.matcher(npi).matches()
                && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(PREFIX + npi);
    }

    static void check(String npi) {
        if (!addsUp(npi)) {
            throw new IllegalArgumentException("not an NPI: " + npi);
        }
    }
}
