package health.stillwater.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * A book without a database: the 44 rows, each asked at the moments at which the shared cases
 * expect an answer of it.
 */
final class TableBook {

    static final GateCases CASES = GateCases.load();

    /** First prescription in Florida, judged on 2026-06-10 at 14:05 Eastern: all in order. */
    static final GateCases.Case FLORIDA = CASES.cases().get(0);

    /** The next fill of a renewal, judged on 2026-03-17 at 11:20 Eastern: all in order. */
    static final GateCases.Case RENEWAL = CASES.cases().get(3);

    private static final ZoneId EASTERN = ZoneId.of("America/New_York");

    private TableBook() {}

    /** All rows, in their first version. */
    static List<RowView> rows() {
        var moments = new TreeMap<String, EnumSet<Moment>>();
        for (var one : CASES.cases()) {
            for (var row : one.expectedRows().keySet()) {
                moments.computeIfAbsent(row, _ -> EnumSet.noneOf(Moment.class)).add(one.moment());
            }
        }
        return moments.entrySet().stream().map(row -> row(row, 1, "2026-01-01", null)).toList();
    }

    static RowView row(
            Map.Entry<String, EnumSet<Moment>> row, int version, String from, LocalDate to) {
        var words = new Words("To the patient.", "To the prescriber.", "To operations.");
        return new RowView(
                row.getKey(),
                version,
                "US",
                "condition",
                row.getValue(),
                "LAW",
                LocalDate.parse(from),
                to,
                "authority",
                "evidence",
                "OPEN",
                LocalDate.parse("2026-01-01").plusDays(row.getKey().charAt(2) - '0'),
                true,
                words);
    }

    static Pack pack(String version, ObjectNode configuration) {
        return pack(version, configuration, rows());
    }

    static Pack pack(String version, ObjectNode configuration, List<RowView> rows) {
        return new Pack(
                version, configuration, rows.stream().map(row -> new Row(row, EASTERN)).toList());
    }

    /** What the shelf would hold. */
    static Book book(List<RowView> rows, Pack... packs) {
        return new Book(
                1,
                Instant.EPOCH,
                rows.stream().map(TableBook::written).toList(),
                List.of(packs).stream()
                        .map(pack -> new Book.Edition(pack, Instant.EPOCH, List.of("a", "b"), true))
                        .toList(),
                List.of());
    }

    private static Book.WrittenRow written(RowView row) {
        return new Book.WrittenRow(
                row, EASTERN, Row.begin(row, EASTERN), Row.end(row, EASTERN), List.of(), null);
    }

    /** Judges as the door does, without the rulebook's own word on itself. */
    static Judgement judge(Pack pack, Moment moment, Instant at, Facts facts) {
        var hash = Canonical.hash(Canonical.tree(facts));
        return new Judgement(moment, at, pack.version(), pack.ask(moment, at, facts), hash);
    }
}
