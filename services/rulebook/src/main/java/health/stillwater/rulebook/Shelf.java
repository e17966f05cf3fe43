package health.stillwater.rulebook;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the book stands: read from the database, kept in memory, and read again when a minute has
 * passed.
 */
@Component
class Shelf {

    private static final Duration READ_AGAIN_AFTER = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Book book;

    Shelf(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All rows ever written, and the configurations two persons approved, the oldest first. */
    record Book(Instant readAt, List<WrittenRow> rows, List<Edition> editions) {

        /** The edition in force at an instant. */
        Edition at(Instant instant) {
            return editions.reversed().stream()
                    .filter(edition -> !edition.effectiveFrom().isAfter(instant))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException("no rules are in force at " + instant));
        }

        Edition edition(String version) {
            return editions.stream()
                    .filter(edition -> edition.pack().version().equals(version))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no rules in version " + version));
        }

        Row row(String id, int version) {
            return rows.stream()
                    .filter(row -> row.view().id().equals(id) && row.view().version() == version)
                    .map(WrittenRow::row)
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new IllegalStateException(
                                            "no row " + id + " in version " + version));
        }
    }

    /** A row as it is written down. */
    record WrittenRow(RowView view, ZoneId zone) {

        Row row() {
            return new Row(view, zone);
        }
    }

    /** One version of the configuration, who approved it, and the pack it makes. */
    record Edition(Pack pack, Instant effectiveFrom, List<String> approvedBy, boolean testsGreen) {

        /** What D36 is told when nobody says otherwise. */
        RulePackFacts facts() {
            return new RulePackFacts(
                    pack.version(),
                    pack.version(),
                    RulePackFacts.Status.ACTIVE,
                    approvedBy,
                    testsGreen,
                    pack.lastVerified());
        }
    }

    Book book() {
        var kept = book;
        if (kept == null || kept.readAt().plus(READ_AGAIN_AFTER).isBefore(clock.instant())) {
            kept = read();
            book = kept;
        }
        return kept;
    }

    private Book read() {
        var rows =
                jdbc.sql("select * from rulebook.row order by id, version")
                        .query((row, _) -> written(row))
                        .list();
        var asked = rows.stream().filter(row -> row.view().enabled()).map(WrittenRow::row).toList();
        refuseClashes(asked);
        var editions =
                jdbc.sql(
                                """
                        select version, effective_from, content::text as content, approved_by, also_approved_by, tests_green
                        from rulebook.configuration
                        where approved_by is not null and also_approved_by is not null
                        order by effective_from, version""")
                        .query((row, _) -> edition(row, asked))
                        .list();
        return new Book(clock.instant(), rows, editions);
    }

    private static void refuseClashes(List<Row> rows) {
        for (var i = 1; i < rows.size(); i++) {
            var clash = Row.clash(rows.get(i - 1), rows.get(i));
            if (clash != null) {
                throw new IllegalStateException("two rows in force at once: " + clash);
            }
        }
    }

    private static Edition edition(ResultSet row, List<Row> asked) throws SQLException {
        var content = (ObjectNode) Canonical.parse(row.getString("content"));
        return new Edition(
                new Pack(row.getString("version"), content, asked),
                row.getObject("effective_from", OffsetDateTime.class).toInstant(),
                List.of(row.getString("approved_by"), row.getString("also_approved_by")),
                row.getBoolean("tests_green"));
    }

    private static WrittenRow written(ResultSet row) throws SQLException {
        var words =
                new Words(
                        row.getString("words_patient"),
                        row.getString("words_prescriber"),
                        row.getString("words_operations"));
        var view =
                new RowView(
                        row.getString("id"),
                        row.getInt("version"),
                        row.getString("jurisdiction"),
                        row.getString("condition"),
                        moments(row.getArray("moments")),
                        row.getString("kind"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getString("authority"),
                        row.getString("evidence"),
                        row.getString("counsel_status"),
                        row.getObject("last_verified", LocalDate.class),
                        row.getBoolean("enabled"),
                        words);
        return new WrittenRow(view, ZoneId.of(row.getString("zone")));
    }

    private static Set<Moment> moments(Array codes) throws SQLException {
        var moments = EnumSet.noneOf(Moment.class);
        Arrays.stream((String[]) codes.getArray()).map(Moment::of).forEach(moments::add);
        return moments;
    }
}
