package health.stillwater.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log as it stands in the database. */
@Component
class Log {

    /** Enough rows at a time to be quick, few enough to fit in memory. */
    private static final int AT_A_TIME = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    Log(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Frontier head() {
        return jdbc.sql("select size, frontier from ledger.head").query(Log::frontier).single();
    }

    /** The same, and nobody else appends until this transaction ends. */
    Frontier lockedHead() {
        return jdbc.sql("select size, frontier from ledger.head for update")
                .query(Log::frontier)
                .single();
    }

    void append(byte[] bytes, byte[] hash, Frontier grown) {
        long index = grown.size() - 1;
        jdbc.sql("insert into ledger.leaf (index, bytes, appended_at) values (?, ?, ?)")
                .params(index, bytes, now())
                .update();
        jdbc.sql("insert into ledger.hash (index, leaf, root) values (?, ?, ?)")
                .params(index, hash, grown.root())
                .update();
        jdbc.sql("update ledger.head set size = ?, frontier = ?")
                .params(grown.size(), grown.bytes())
                .update();
    }

    Optional<byte[]> leaf(long index) {
        return jdbc.sql("select bytes from ledger.leaf where index = ?")
                .param(index)
                .query(byte[].class)
                .optional();
    }

    /** The hashes of the first leaves, as they were written down when they were appended. */
    List<byte[]> hashes(long size) {
        return jdbc.sql("select leaf from ledger.hash where index < ? order by index")
                .param(size)
                .query((row, number) -> row.getBytes("leaf"))
                .list();
    }

    /**
     * Every leaf with what was written down about it, in order; also what has one without the
     * other.
     */
    void forEach(Consumer<Row> work) {
        jdbc.sql(
                        "select coalesce(l.index, h.index) as index, l.bytes, h.leaf, h.root"
                                + " from ledger.leaf l full join ledger.hash h on h.index = l.index order by 1")
                .withFetchSize(AT_A_TIME)
                .query(
                        row -> {
                            work.accept(
                                    new Row(
                                            row.getLong("index"),
                                            row.getBytes("bytes"),
                                            row.getBytes("leaf"),
                                            row.getBytes("root")));
                        });
    }

    Optional<String> latestNote() {
        return jdbc.sql("select note from ledger.checkpoint order by size desc limit 1")
                .query(String.class)
                .optional();
    }

    List<String> notes() {
        return jdbc.sql("select note from ledger.checkpoint order by size")
                .query((row, number) -> row.getString("note"))
                .list();
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
                .params(checkpoint.size(), checkpoint.note(), now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Frontier frontier(ResultSet row, int number) throws SQLException {
        return Frontier.of(row.getLong("size"), row.getBytes("frontier"));
    }

    /** A signed note, and the root written down at its size. */
    record SignedAt(long size, String note, Instant madeAt, byte @Nullable [] root) {}

    /** One leaf, the hash written down for it, and the root written down after it. */
    record Row(
            long index,
            byte @Nullable [] bytes,
            byte @Nullable [] leafHash,
            byte @Nullable [] root) {}
}
