package health.stillwater.rulebook;

import health.stillwater.rulebook.Book.WrittenRow;
import health.stillwater.rulebook.Bookbinder.WholeConfiguration;
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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the book stands: read from the database, kept in memory, and read again as soon as it has
 * changed.
 */
@Component
class Shelf {

    private static final Duration READ_AGAIN_AFTER = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Decided decided;
    private final Switchboard switchboard;
    private final Clock clock;
    private volatile @Nullable Book book;

    Shelf(JdbcClient jdbc, Decided decided, Switchboard switchboard, Clock clock) {
        this.jdbc = jdbc;
        this.decided = decided;
        this.switchboard = switchboard;
        this.clock = clock;
    }

    /** The book as it was at most a minute ago: for what is shown, not for what is judged. */
    Book book() {
        var kept = book;
        return kept == null || kept.readAt().plus(READ_AGAIN_AFTER).isBefore(clock.instant())
                ? latest()
                : kept;
    }

    /**
     * The book as the database holds it now. Inside a transaction it stays so until that ends: a
     * change waits, and one that came first is in it.
     */
    Book latest() {
        var changes = changes();
        var kept = book;
        if (kept == null || kept.changes() != changes) {
            kept = read(changes, List.of());
            book = kept;
        }
        return kept;
    }

    /** The latest book, as it would be if this were approved too; kept nowhere. */
    Book supposing(Approved one) {
        return read(changes(), List.of(one));
    }

    private long changes() {
        var sql =
                TransactionSynchronizationManager.isActualTransactionActive()
                        ? "select rulebook.hold_still()"
                        : "select changes from rulebook.changes";
        return Objects.requireNonNull(jdbc.sql(sql).query(Long.class).single());
    }

    private Book read(long changes, List<Approved> supposed) {
        var rows =
                jdbc.sql("select * from rulebook.row order by id, version")
                        .query((row, _) -> written(row))
                        .list();
        var configurations =
                jdbc.sql(
                                """
                        select version, effective_from, content::text as content, approved_by, also_approved_by, tests_green
                        from rulebook.configuration
                        where approved_by is not null and also_approved_by is not null""")
                        .query((row, _) -> configuration(row))
                        .list();
        var approved = Stream.concat(decided.approved().stream(), supposed.stream()).toList();
        var bound = new Bookbinder(rows, configurations, approved);
        return new Book(
                changes, clock.instant(), bound.rows(), bound.editions(), switchboard.all());
    }

    private static WholeConfiguration configuration(ResultSet row) throws SQLException {
        return new WholeConfiguration(
                row.getString("version"),
                instant(row, "effective_from"),
                (ObjectNode) Canonical.parse(row.getString("content")),
                List.of(row.getString("approved_by"), row.getString("also_approved_by")),
                row.getBoolean("tests_green"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static WrittenRow written(ResultSet row) throws SQLException {
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
                        words(row));
        var zone = ZoneId.of(row.getString("zone"));
        return new WrittenRow(
                view, zone, Row.begin(view, zone), Row.end(view, zone), List.of(), null);
    }

    private static Words words(ResultSet row) throws SQLException {
        return new Words(
                row.getString("words_patient"),
                row.getString("words_prescriber"),
                row.getString("words_operations"));
    }

    private static Set<Moment> moments(Array codes) throws SQLException {
        var moments = EnumSet.noneOf(Moment.class);
        Arrays.stream((String[]) codes.getArray()).map(Moment::of).forEach(moments::add);
        return moments;
    }
}
