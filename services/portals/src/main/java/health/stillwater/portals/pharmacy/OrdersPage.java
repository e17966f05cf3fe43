package health.stillwater.portals.pharmacy;

import health.stillwater.pharmacy.OrderRow;
import health.stillwater.pharmacy.OrderStage;
import health.stillwater.portals.shell.Spans;
import health.stillwater.portals.shell.Tone;
import java.time.Instant;
import java.util.List;

/**
 * The orders of one pharmacy.
 *
 * @param all every order the pharmacy has, the longest waiting first
 * @param shelf the part that is shown
 */
public record OrdersPage(List<OrderRow> all, Shelf shelf, Instant now) {

    /** What stands on the shelf: the longest waiting first, of closed orders the latest. */
    public List<OrderRow> rows() {
        var rows = all.stream().filter(row -> shelf.holds(row.stage())).toList();
        return shelf == Shelf.CLOSED ? rows.reversed() : rows;
    }

    public long count(Shelf other) {
        return all.stream().filter(row -> other.holds(row.stage())).count();
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
