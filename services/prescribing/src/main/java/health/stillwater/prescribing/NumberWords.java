package health.stillwater.prescribing;

import java.util.List;

/** Numbers in words, as Florida wants them beside the numerals on a controlled prescription. */
final class NumberWords {

    private static final List<String> BELOW_TWENTY =
            List.of(
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
                    "nineteen");

    private static final List<String> TENS =
            List.of(
                    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
                    "ninety");

    private NumberWords() {}

    /** From 0 to 999, lower case: {@code twenty-one}, {@code one hundred four}. */
    static String of(int number) {
        if (number < 0 || number > 999) {
            throw new IllegalArgumentException("no words for " + number);
        }
        if (number < 20) {
            return BELOW_TWENTY.get(number);
        }
        if (number < 100) {
            return TENS.get(number / 10) + (number % 10 == 0 ? "" : "-" + of(number % 10));
        }
        return of(number / 100) + " hundred" + (number % 100 == 0 ? "" : " " + of(number % 100));
    }
}
