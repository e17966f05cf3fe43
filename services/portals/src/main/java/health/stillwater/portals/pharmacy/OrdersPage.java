package health.stillwater.portals.pharmacy;

import health.stillwater.pharmacy.OrderRow;
import health.stillwater.pharmacy.OrderStage;
import health.stillwater.portals.shell.Spans;
import health.stillwater.portals.shell.Tone;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The orders of one pharmacy.
 *
 * @param counts how many orders the pharmacy has, by stage
 * @param rows what stands on the shelf: the longest waiting first, of closed orders the latest
 * @param shelf the part that is shown
 */
public record OrdersPage(
        Map<OrderStage, Long> counts, List<OrderRow> rows, Shelf shelf, Instant now) {

    public long count(Shelf other) {
        return other.stages().stream().mapToLong(stage -> counts.getOrDefault(stage, 0L)).sum();
    }

    /** {@code The first 200 of 1,234 are shown. }; nothing when all are. */
    public String part() {
        var all = count(shelf);
        return rows.size() < all
                ? "The first %,d of %,d are shown. ".formatted(rows.size(), all)
                : "";
    }

    /** {@code 7 open, 3 of them new}. */
    public String sums() {
        var fresh = count(Shelf.NEW);
        return count(Shelf.OPEN) + " open" + (fresh == 0 ? "" : ", " + fresh + " of them new");
    }

    public String order() {
        return shelf == Shelf.CLOSED ? "The latest first." : "The longest waiting first.";
    }

    public String waiting(OrderRow row) {
        return Spans.ago(row.since(), now);
    }

    /** A state's color. */
    public static Tone tone(OrderStage stage) {
        return switch (stage) {
            case SENT -> Tone.INFO;
            case ACCEPTED, COMPOUNDING, PLANNED, SENDING -> Tone.WAIT;
            case SHIPPED -> Tone.OPEN;
            case DELIVERED -> Tone.OK;
            case REFUSED, HELD, SENT_UNKNOWN, WITHDRAWN, CANCELED -> Tone.STOP;
        };
    }
}
