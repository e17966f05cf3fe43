package health.stillwater.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The decision table for a file of cases: every row of the book, asked yet or not, at any date. A
 * case says what one row must answer for given facts; since when the book has had the row is
 * another matter.
 */
final class GateBook {

    private final LinkedHashMap<String, List<RowView>> versions = new LinkedHashMap<>();

    static GateBook of(List<RowView> rows) {
        var book = new GateBook();
        for (var row : rows) {
            book.versions.computeIfAbsent(row.id(), _ -> new ArrayList<>()).add(row);
        }
        return book;
    }

    /** Each row in the version in force at the instant, or else in its first. */
    List<Row> at(Instant instant) {
        var rows = new ArrayList<Row>();
        for (var written : versions.values()) {
            rows.add(
                    written.stream()
                            .filter(row -> new Row(row, ZoneOffset.UTC).inForce(instant))
                            .findFirst()
                            .map(GateBook::always)
                            .orElseGet(() -> always(written.getFirst())));
        }
        return rows;
    }

    private static Row always(RowView row) {
        return new Row(
                new RowView(
                        row.id(),
                        row.version(),
                        row.jurisdiction(),
                        row.condition(),
                        row.moments(),
                        row.kind(),
                        LocalDate.EPOCH,
                        null,
                        row.authority(),
                        row.evidence(),
                        row.counselStatus(),
                        row.lastVerified(),
                        row.enabled(),
                        row.words()),
                ZoneOffset.UTC);
    }
}
