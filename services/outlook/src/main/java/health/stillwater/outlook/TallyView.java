package health.stillwater.outlook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A count of everybody in care, and how far it is.
 *
 * @param at the instant that is judged
 * @param done how many of the people were judged so far
 * @param counts null until it is done
 */
public record TallyView(
        LookAhead question,
        Instant at,
        Stage stage,
        int people,
        int done,
        Instant askedAt,
        @Nullable Counts counts) {

    /** Where a count stands. */
    public enum Stage {
        COUNTING,
        DONE,
        FAILED;

        boolean mayBecome(Stage next) {
            return this == COUNTING && next != COUNTING;
        }
    }
}
