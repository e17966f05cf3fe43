package health.stillwater.review;

import java.util.List;

/**
 * The queue as one physician may work it, a page at a time.
 *
 * @param mine what they hold
 * @param waiting the page asked for, the most urgent first
 * @param more whether there is a page after it
 * @param count how many wait in all that fit the filter, counted up to {@link #COUNTED}
 * @param wanted cases on which a colleague asks for a second opinion
 * @param paused what they set aside themselves
 * @param held of their own patients, what the gate keeps back
 */
public record QueueListing(
        List<QueueRow> mine,
        List<QueueRow> waiting,
        boolean more,
        long count,
        List<QueueRow> wanted,
        List<QueueRow> paused,
        List<QueueRow> held) {

    /** A page of the list. */
    public static final int PAGE = 25;

    /** Nobody reads on after so many, so nobody counts on either. */
    public static final int COUNTED = 1000;

    static final QueueListing EMPTY =
            new QueueListing(List.of(), List.of(), false, 0, List.of(), List.of(), List.of());

    /** Every case shown. */
    public List<QueueRow> all() {
        return java.util.stream.Stream.of(mine, waiting, wanted, paused, held)
                .flatMap(List::stream)
                .toList();
    }
}
