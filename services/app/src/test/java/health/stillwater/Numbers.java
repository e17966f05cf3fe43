package health.stillwater;

import java.util.concurrent.atomic.AtomicInteger;

/** Registration numbers that add up, none of them twice. */
class Numbers {

    private static final AtomicInteger LAST = new AtomicInteger(100_000);

    String next(String prefix) {
        return prefix + LAST.incrementAndGet();
    }

    /** Two letters, six digits, and the check digit of 21 CFR 1301. */
    String dea() {
        var six = "%06d".formatted(LAST.incrementAndGet());
        int odd = digit(six, 0) + digit(six, 2) + digit(six, 4);
        int even = digit(six, 1) + digit(six, 3) + digit(six, 5);
        return "FS" + six + (odd + 2 * even) % 10;
    }

    /** Ten digits; the last makes the Luhn sum of 80840 and all of them divisible by ten. */
    String npi() {
        var nine = "1%08d".formatted(LAST.incrementAndGet());
        int sum = 24;
        for (int place = 0; place < 9; place++) {
            int digit = digit(nine, place);
            sum += place % 2 == 0 ? digit * 2 / 10 + digit * 2 % 10 : digit;
        }
        return nine + (10 - sum % 10) % 10;
    }

    /** A number in Miami that nobody else has. */
    String mobile() {
        return "+1305555" + "%04d".formatted(LAST.incrementAndGet() % 10_000);
    }

    private static int digit(String text, int place) {
        return text.charAt(place) - '0';
    }
}
