package health.stillwater.rulebook;

/** Whole numbers in English words, as a prescription spells its quantity. */
final class NumberWords {

    private static final String[] SMALL = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };

    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };

    private static final int MOST = 999_999;

    private NumberWords() {}

    /** Whether these words spell the number; no words do beyond 999,999. */
    static boolean spell(String words, int number) {
        return number >= 0 && number <= MOST && words.equals(of(number));
    }

    /** {@code twenty-one}, {@code one hundred five}. */
    private static String of(int number) {
        if (number < 20) {
            return SMALL[number];
        }
        if (number < 100) {
            return TENS[number / 10] + (number % 10 == 0 ? "" : "-" + SMALL[number % 10]);
        }
        return number < 1000 ? parts(number, 100, "hundred") : parts(number, 1000, "thousand");
    }

    private static String parts(int number, int unit, String name) {
        var rest = number % unit;
        return of(number / unit) + " " + name + (rest == 0 ? "" : " " + of(rest));
    }
}
