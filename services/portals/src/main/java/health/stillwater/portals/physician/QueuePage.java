package health.stillwater.portals.physician;

import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.portals.shell.Choice;
import health.stillwater.portals.shell.Spans;
import health.stillwater.review.FollowUpRow;
import health.stillwater.review.QueueListing;
import health.stillwater.review.QueueRow;
import health.stillwater.review.Risk;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The queue, as one physician sees it.
 *
 * @param states where they may prescribe now
 */
public record QueuePage(
        QueueListing listing,
        List<FollowUpRow> followUps,
        QueueForm form,
        Set<UsState> states,
        Instant now) {

    /** What they hold, then everything that waits: cases and follow-ups in one order. */
    public List<QueueLine> lines() {
        var waiting =
                Stream.concat(
                        form.onlyFollowUps() ? Stream.empty() : cases(listing.waiting()),
                        form.onlyCases() || !form.firstPage() ? Stream.empty() : between());
        var mine =
                form.narrows() || !form.firstPage()
                        ? Stream.<QueueLine>empty()
                        : cases(listing.mine());
        return Stream.concat(mine, waiting.sorted(QueueLine.ORDER)).toList();
    }

    private Stream<QueueLine> between() {
        return followUps.stream()
                .filter(row -> form.state().isEmpty() || row.state().name().equals(form.state()))
                .filter(row -> !form.late() || row.overdue())
                .map(row -> QueueLine.of(row, now));
    }

    private Stream<QueueLine> cases(Collection<QueueRow> rows) {
        return rows.stream().map(row -> QueueLine.of(row, now));
    }

    /** Of their own patients, what the gate keeps back. */
    public List<QueueRow> held() {
        return listing.held();
    }

    public List<QueueRow> wanted() {
        return listing.wanted();
    }

    public List<QueueRow> paused() {
        return listing.paused();
    }

    /** {@code 3 cases wait, 1 yours, 2 follow-ups}. */
    public String sums() {
        var mine = listing.mine().size();
        var open = followUps.size();
        return (listing.count() >= QueueListing.COUNTED
                        ? "More than " + QueueListing.COUNTED + " cases wait"
                        : count(listing.count(), "case waits", "cases wait"))
                + (mine == 0 ? "" : ", " + mine + " yours")
                + (open == 0 ? "" : ", " + count(open, "follow-up", "follow-ups"));
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** Where the next page begins; null on the last. */
    public @Nullable RequestId next() {
        return listing.more() && !form.onlyFollowUps()
                ? listing.waiting().getLast().caseId()
                : null;
    }

    /** Changes with what stands in the list, and not with the minutes that pass. */
    public String mark() {
        var standing =
                Stream.concat(
                                listing.all().stream()
                                        .map(
                                                row ->
                                                        row.caseId()
                                                                + row.stage().name()
                                                                + row.risk()
                                                                + row.overdue()
                                                                + row.mineUntil().isPresent()
                                                                + row.keptUntil().isPresent()
                                                                + row.heldBecause()),
                                followUps.stream().map(row -> row.id() + "" + row.overdue()))
                        .collect(Collectors.joining(";"));
        return Integer.toHexString((standing + listing.count() + listing.more()).hashCode());
    }

    public List<Choice> stateChoices() {
        return states.stream().sorted().map(each -> Choice.of(each.name(), each.title())).toList();
    }

    public static String word(Risk risk) {
        return switch (risk) {
            case HIGH -> "High";
            case RAISED -> "Raised";
            case USUAL -> "Usual";
        };
    }

    public String due(QueueRow row) {
        return Spans.due(row.dueAt(), now);
    }
}
