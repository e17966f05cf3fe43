package health.stillwater.outlook;

import java.util.List;

/**
 * What a tally came to.
 *
 * @param people everybody in care
 * @param stopped who would be stopped
 * @param already who of them is stopped today too, or without the change that is supposed
 * @param evaluated who has an evaluation in person by their own physician on record
 * @param outSoon who of those stopped runs out of medicine within a week of that day, or before
 * @param letGo who is stopped today, or without the change, and would not be
 * @param rows by row; one person may stand in several
 * @param states by postal code
 * @param physicians by id
 * @param pharmacies by id
 */
public record Counts(
        int people,
        int stopped,
        int already,
        int evaluated,
        int outSoon,
        int letGo,
        List<Share> rows,
        List<Share> states,
        List<Share> physicians,
        List<Share> pharmacies) {

    /**
     * A part of everybody.
     *
     * @param people how many it has
     * @param stopped how many of them would be stopped
     * @param already how many of these are stopped otherwise too
     */
    public record Share(String key, String name, int people, int stopped, int already) {}
}
