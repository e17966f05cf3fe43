package health.stillwater.outlook;

import java.time.LocalDate;

/**
 * The question: who would be stopped on a day, if this came to pass? A day to come is judged at
 * noon, Eastern, when it is the same day everywhere we treat; today is judged as it is now.
 */
public record LookAhead(LocalDate on, Supposition supposition) {

    /** The question without a supposition. */
    public static LookAhead to(LocalDate on) {
        return new LookAhead(on, new Supposition.Nothing());
    }
}
