package health.stillwater.rulebook;

import static java.util.Comparator.comparing;

import health.stillwater.rulebook.Book.Edition;
import health.stillwater.rulebook.Book.WrittenRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the book together: what migrations wrote, and over it what was approved, in the order in
 * which it comes into force.
 */
final class Bookbinder {

    private static final Comparator<Approved> IN_ORDER =
            comparing(Approved::effectiveFrom).thenComparing(Approved::position);

    private final List<WrittenRow> rows;
    private final List<WholeConfiguration> configurations;
    private final List<Approved> approved;

    /** A configuration written as a whole. */
    record WholeConfiguration(
            String version,
            Instant effectiveFrom,
            ObjectNode content,
            List<String> approvedBy,
            boolean testsGreen) {}

    Bookbinder(
            List<WrittenRow> written,
            List<WholeConfiguration> configurations,
            List<Approved> approved) {
        this.configurations =
                configurations.stream()
                        .sorted(
                                comparing(WholeConfiguration::effectiveFrom)
                                        .thenComparing(WholeConfiguration::version))
                        .toList();
        this.approved = approved.stream().sorted(IN_ORDER).toList();
        this.rows = inTheirTime(written);
    }

    List<WrittenRow> rows() {
        return rows;
    }

    /** One for each instant at which something comes into force. */
    List<Edition> editions() {
        var instants =
                Stream.concat(
                                configurations.stream().map(WholeConfiguration::effectiveFrom),
                                approved.stream().map(Approved::effectiveFrom))
                        .distinct()
                        .sorted()
                        .toList();
        return instants.stream().map(this::edition).filter(Objects::nonNull).toList();
    }

    private @Nullable Edition edition(Instant from) {
        var base =
                configurations.stream()
                        .filter(whole -> !whole.effectiveFrom().isAfter(from))
                        .reduce((_, later) -> later)
                        .orElse(null);
        if (base == null) {
            return null;
        }
        var applied =
                approved.stream().filter(each -> !each.effectiveFrom().isAfter(from)).toList();
        var last = applied.isEmpty() ? null : applied.getLast();
        var version = last == null ? base.version() : base.version() + "-" + last.position();
        return new Edition(
                new Pack(version, content(base, applied), asked(from, applied)),
                from,
                last == null ? base.approvedBy() : last.approvedBy(),
                base.testsGreen());
    }

    /** A configuration written as a whole takes the place of what was changed before it. */
    private static ObjectNode content(WholeConfiguration base, List<Approved> applied) {
        var content = base.content().deepCopy();
        for (var each : applied) {
            if (each.change() instanceof Change.OfValue value
                    && !each.effectiveFrom().isBefore(base.effectiveFrom())) {
                value.into(content);
            }
        }
        return content;
    }

    private List<Row> asked(Instant from, List<Approved> applied) {
        return rows.stream()
                .filter(row -> row.view().enabled() && row.until().isAfter(from))
                .map(row -> verified(row, applied).row())
                .toList();
    }

    private static WrittenRow verified(WrittenRow row, List<Approved> applied) {
        LocalDate latest = row.view().lastVerified();
        for (var each : applied) {
            if (each.change() instanceof Change.OfVerification verification
                    && verification.rows().contains(row.view().id())
                    && verification.on().isAfter(latest)
                    && !each.effectiveFrom().isBefore(row.from())) {
                latest = verification.on();
            }
        }
        return row.as(row.view().verifiedOn(latest));
    }

    /** Each version until its own end, or until a later one takes its place. */
    private List<WrittenRow> inTheirTime(List<WrittenRow> written) {
        var all = new ArrayList<>(written);
        for (var each : approved) {
            if (each.change() instanceof Change.OfRow(RowView row, var zone)) {
                all.add(
                        new WrittenRow(
                                row,
                                zone,
                                each.effectiveFrom(),
                                Row.end(row, zone),
                                each.names(),
                                each.proposal()));
            }
        }
        all.sort(
                comparing((WrittenRow row) -> row.view().id())
                        .thenComparing(WrittenRow::from)
                        .thenComparing(row -> row.view().version()));
        for (var i = 0; i + 1 < all.size(); i++) {
            var next = all.get(i + 1);
            if (next.view().id().equals(all.get(i).view().id())
                    && next.from().isBefore(all.get(i).until())) {
                all.set(i, all.get(i).until(next.from()));
            }
        }
        return all.stream()
                .sorted(
                        comparing((WrittenRow row) -> row.view().id())
                                .thenComparing(row -> row.view().version()))
                .toList();
    }
}
