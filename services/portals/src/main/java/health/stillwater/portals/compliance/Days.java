package health.stillwater.portals.compliance;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Days as they are typed. */
final class Days {

    static final String EXAMPLE = "Enter a day, for example 2028-12-31.";

    /** How long a short text of a form may be. */
    static final int LONGEST = 200;

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private Days() {}

    /** The day that was typed; empty for anything else, and for a year that must be a slip. */
    static Optional<LocalDate> of(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()))
                    .filter(day -> !day.isBefore(FIRST) && !day.isAfter(LAST));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
