package health.stillwater.licensing;

import java.util.Locale;
import java.util.regex.Pattern;

/** The arithmetic of a DEA number. That it adds up proves nothing about whether it is in force. */
final class DeaNumber {

    private static final Pattern SHAPE = Pattern.compile("[ABFGM][A-Z9]\\d{7}");

    private DeaNumber() {}

    /** Whether the last digit is the check digit of the other six. */
    static boolean addsUp(String number) {
        if (!SHAPE.matcher(number).matches()) {
            return false;
        }
        var odd = digit(number, 2) + digit(number, 4) + digit(number, 6);
        var even = digit(number, 3) + digit(number, 5) + digit(number, 7);
        return (odd + 2 * even) % 10 == digit(number, 8);
    }

    static void check(String number) {
        if (!addsUp(number)) {
            throw new IllegalArgumentException("not a DEA number: " + number);
        }
    }

    /**
     * Whether its second letter is the first of the surname, or the 9 of a business. Names change,
     * so that this is no more than a hint.
     */
    static boolean fits(String number, String name) {
        var surname = name.replaceFirst(",.*", "").strip();
        var first = surname.substring(surname.lastIndexOf(' ') + 1).toUpperCase(Locale.ROOT);
        var second = number.length() < 2 ? ' ' : number.charAt(1);
        return second == '9' || first.isEmpty() || first.charAt(0) == second;
    }

    private static int digit(String number, int at) {
        return number.charAt(at) - '0';
    }
}
