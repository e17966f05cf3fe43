package health.stillwater.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The leaves that are written and have no place yet, and the giving of places to them. */
@Component
class Waiting {

    /** The same number in every process that gives places in this database. */
    private static final long LOCK = 0x5711_1AED_6E50_0001L;

    /**
     * By the index on transactions, then a look for each: "offset 0" and the inner question keep
     * the planner from reading whole tables while it knows nothing of them.
     */
    private static final String WITHOUT_A_PLACE =
            """
            select w.number, w.hash, w.appended_at, w.seal from (
                select l.number, sha256('\\x00'::bytea || l.bytes) as hash, l.appended_at, l.seal from ledger.leaf l
                where l.xact >= cast(cast(? as text) as xid8)
                  and (select h.index from ledger.hash h where h.number = l.number) is null
                offset 0) w
            order by w.number limit ?""";

    private static final String PLACE =
            """
            insert into ledger.hash (index, number, leaf, root, seal)
            select ? + o - 1, n, l, r, case when o = ? then ? end
            from unnest(?, ?, ?) with ordinality as places (n, l, r, o)""";

    private final JdbcClient jdbc;

    Waiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Until this transaction ends nobody else gives places, in whatever process. Answers the first
     * transaction that is still running: what older ones wrote is seen from now on.
     */
    String lock() {
        return jdbc.sql(
                        "select cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as running,"
                                + " set_config('enable_seqscan', 'off', true), pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, number) -> row.getString("running"))
                .single();
    }

    /**
     * Leaves without a place in the order they were written, written by this transaction or a later
     * one.
     */
    List<Leaf> since(String transaction, int most) {
        return jdbc.sql(WITHOUT_A_PLACE)
                .params(transaction, most)
                .query(
                        (row, number) ->
                                new Leaf(
                                        row.getLong("number"),
                                        row.getBytes("hash"),
                                        row.getObject("appended_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getBytes("seal")))
                .list();
    }

    /** Writes down where the leaves stand, with our signature over the last root. */
    void place(long first, List<Leaf> leaves, List<byte[]> roots, byte[] seal) {
        jdbc.sql(PLACE)
                .param(first)
                .param((long) leaves.size())
                .param(seal)
                .param(leaves.stream().mapToLong(Leaf::number).toArray())
                .param(leaves.stream().map(Leaf::hash).toArray(byte[][]::new))
                .param(roots.toArray(byte[][]::new))
                .update();
    }

    void move(Frontier head) {
        jdbc.sql("update ledger.head set size = ?, frontier = ?")
                .params(head.size(), head.bytes())
                .update();
    }

    /** Writes down every tile that is full at this size and was not written down before. */
    void fill(Log log, long size) {
        for (int height = 1; size >> (Tiles.LEVELS * height) > 0; height++) {
            long next = next(height);
            long full = size >> (Tiles.LEVELS * height);
            var fresh = new ArrayList<byte[]>();
            for (long number = next; number < full; number++) {
                fresh.add(new Tiles(log).hash(Tiles.LEVELS * height, number));
            }
            if (!fresh.isEmpty()) {
                jdbc.sql(
                                "insert into ledger.tile (height, number, hash)"
                                        + " select ?, ? + o - 1, t from unnest(?) with ordinality as tiles (t, o)")
                        .param(height)
                        .param(next)
                        .param(fresh.toArray(byte[][]::new))
                        .update();
            }
        }
    }

    private long next(int height) {
        return jdbc.sql("select coalesce(max(number) + 1, 0) from ledger.tile where height = ?")
                .param(height)
                .query(Long.class)
                .single();
    }

    /** A leaf that is written. */
    record Leaf(long number, byte[] hash, Instant appendedAt, byte @Nullable [] seal) {}
}
