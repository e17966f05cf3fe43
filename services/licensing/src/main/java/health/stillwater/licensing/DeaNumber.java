package health.stillwater.licensing;

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

    private static int digit(String number, int at) {
        return number.charAt(at) - '0';
    }
}
