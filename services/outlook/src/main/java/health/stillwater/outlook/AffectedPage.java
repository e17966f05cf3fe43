package health.stillwater.outlook;

import java.util.List;

/**
 * One page of those who would be stopped, least medicine left first.
 *
 * @param page the first is 0
 * @param more whether another page follows
 */
public record AffectedPage(List<Affected> people, int page, boolean more) {

    /** How many people a page has. */
    public static final int SIZE = 50;
}
