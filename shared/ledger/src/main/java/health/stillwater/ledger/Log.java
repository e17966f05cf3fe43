package health.stillwater.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log as it stands in the database: leaves by their numbers, and places by their indexes. */
@Component
class Log {

    /** Enough rows at a time to be quick, few enough to fit in memory. */
    private static final int AT_A_TIME = 500;

    private static final String PLACES =
            """
            select h.index, l.bytes, l.appended_at, l.seal as leaf_seal, h.leaf, h.root, h.seal as root_seal
            from ledger.hash h left join ledger.leaf l on l.number = h.number
            where h.index > ? order by h.index limit ?""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Log(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Frontier head() {
        return jdbc.sql("select size, frontier from ledger.head").query(Log::frontier).single();
    }

    /** Writes a leaf that has no place yet, and answers its number. */
    long write(byte[] bytes, Instant at, byte[] seal) {
        return jdbc.sql(
                        "insert into ledger.leaf (bytes, appended_at, seal) values (?, ?, ?) returning number")
                .params(bytes, at.atOffset(ZoneOffset.UTC), seal)
                .query(Long.class)
                .single();
    }

    Optional<byte[]> leaf(long index) {
        return jdbc.sql(
                        "select l.bytes from ledger.hash h join ledger.leaf l on l.number = h.number where h.index = ?")
                .param(index)
                .query(byte[].class)
                .optional();
    }

    /** The places of those of these leaves that have one. */
    Map<Long, Long> indexes(Collection<Long> numbers) {
        var indexes = new HashMap<Long, Long>();
        jdbc.sql("select number, index from ledger.hash where number = any (?)")
                .param(numbers.stream().mapToLong(Long::longValue).toArray())
                .query(
                        row -> {
                            indexes.put(row.getLong("number"), row.getLong("index"));
                        });
        return indexes;
    }

    /**
     * Hashes that were written down: of leaves at height 0, of tiles above. Fewer when there are
     * fewer.
     */
    List<byte[]> hashes(int height, long first, int most) {
        var sql =
                height == 0
                        ? "select leaf as hash from ledger.hash where index >= ? and index < ? order by index"
                        : "select hash from ledger.tile where number >= ? and number < ? and height = "
                                + height
                                + " order by number";
        return jdbc.sql(sql)
                .params(first, first + most)
                .query((row, number) -> row.getBytes("hash"))
                .list();
    }

    /** Every place in order, with the leaf that stands there, some at a time. */
    void forEach(Consumer<List<Row>> work) {
        long last = -1;
        List<Row> rows;
        do {
            rows = jdbc.sql(PLACES).params(last, AT_A_TIME).query(Log::row).list();
            work.accept(rows);
            last = rows.isEmpty() ? last : rows.getLast().index();
        } while (rows.size() == AT_A_TIME);
    }

    Map<Tile, byte[]> tiles() {
        var tiles = new HashMap<Tile, byte[]>();
        jdbc.sql("select height, number, hash from ledger.tile")
                .query(
                        row -> {
                            tiles.put(
                                    new Tile(row.getInt("height"), row.getLong("number")),
                                    row.getBytes("hash"));
                        });
        return tiles;
    }

    Optional<String> latestNote() {
        return jdbc.sql("select note from ledger.checkpoint order by size desc limit 1")
                .query(String.class)
                .optional();
    }

    /** Every signed note, by the size it was made at. */
    SortedMap<Long, String> notes() {
        var notes = new TreeMap<Long, String>();
        jdbc.sql("select size, note from ledger.checkpoint")
                .query(
                        row -> {
                            notes.put(row.getLong("size"), row.getString("note"));
                        });
        return notes;
    }

    /**
     * The checkpoints with the longest logs, the longest first, beside the root written down at
     * each size.
     */
    List<SignedAt> latest(int most) {
        return jdbc.sql(
                        "select c.size, c.note, c.made_at, h.root from ledger.checkpoint c"
                                + " left join ledger.hash h on h.index = c.size - 1 order by c.size desc limit ?")
                .param(most)
                .query(
                        (row, number) ->
                                new SignedAt(
                                        row.getLong("size"),
                                        row.getString("note"),
                                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                                        row.getBytes("root")))
                .list();
    }

    void keep(Checkpoint checkpoint) {
        jdbc.sql(
                        "insert into ledger.checkpoint (size, note, made_at) values (?, ?, ?) on conflict do nothing")
                .params(
                        checkpoint.size(),
                        checkpoint.note(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    static Frontier frontier(ResultSet row, int number) throws SQLException {
        return Frontier.of(row.getLong("size"), row.getBytes("frontier"));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var at = row.getObject("appended_at", OffsetDateTime.class);
        return new Row(
                row.getLong("index"),
                row.getBytes("bytes"),
                at == null ? null : at.toInstant(),
                row.getBytes("leaf_seal"),
                row.getBytes("leaf"),
                row.getBytes("root"),
                row.getBytes("root_seal"));
    }

    /** A signed note, and the root written down at its size. */
    record SignedAt(long size, String note, Instant madeAt, byte @Nullable [] root) {}

    /** Where a tile stands. */
    record Tile(int height, long number) {}

    /**
     * One place: the leaf that stands there, and what was written down when it was given.
     *
     * @param rootSeal our signature over the root; only the last of a batch has one
     */
    record Row(
            long index,
            byte @Nullable [] bytes,
            @Nullable Instant appendedAt,
            byte @Nullable [] leafSeal,
            byte[] leafHash,
            byte[] root,
            byte @Nullable [] rootSeal) {}
}
