package health.stillwater.rulebook;

/** The form of a DEA number. A number that is well formed proves nothing about being in force. */
final class DeaNumber {

    private DeaNumber() {}

    /** Two characters and seven digits, of which the last is the check. */
    static boolean wellFormed(String number) {
        if (number.length() != 9
                || !letter(number.charAt(0))
                || !(letter(number.charAt(1)) || number.charAt(1) == '9')) {
            return false;
        }
        for (var at = 2; at < 9; at++) {
            if (number.charAt(at) < '0' || number.charAt(at) > '9') {
                return false;
            }
        }
        var sum =
                digit(number, 1)
                        + digit(number, 3)
                        + digit(number, 5)
                        + 2 * (digit(number, 2) + digit(number, 4) + digit(number, 6));
        return sum % 10 == digit(number, 7);
    }

    private static boolean letter(char character) {
        return character >= 'A' && character <= 'Z';
    }

    private static int digit(String number, int nth) {
        return number.charAt(nth + 1) - '0';
    }
}
