package health.stillwater.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.stillwater.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Somebody who may do everything with the database, whom no trigger stops, but who has no key. When
 * closed, all is as before.
 */
final class Intruder implements AutoCloseable {

    /** A place as it is written down; the intruder computes every hash and root anew. */
    record Entry(byte[] bytes, Instant at, byte[] seal, byte[] rootSeal) {

        Entry saying(String bytes) {
            return new Entry(bytes.getBytes(UTF_8), at, seal, rootSeal);
        }

        Entry at(Instant other) {
            return new Entry(bytes, other, seal, rootSeal);
        }

        Entry sealed(byte[] other, byte[] otherRoot) {
            return new Entry(bytes, at, other, otherRoot);
        }
    }

    private final Connection connection;
    private final JdbcClient jdbc;
    private final Path folder;
    private final Map<Path, String> files = new HashMap<>();

    private Intruder(Connection connection, Path folder) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.folder = folder;
    }

    static Intruder in(String database, Path folder) throws SQLException {
        var connection = TestDatabase.ofTheSuperuser(database);
        connection.setAutoCommit(false);
        var intruder = new Intruder(connection, folder);
        intruder.runs("set local session_replication_role = replica");
        return intruder;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    void does(String sql, Object... parameters) {
        var statement = jdbc.sql(sql);
        for (var parameter : parameters) {
            statement = statement.param(parameter);
        }
        if (statement.update() == 0) {
            throw new AssertionError("changes nothing: " + sql);
        }
    }

    void drops(String constraint) {
        runs("alter table ledger.hash drop constraint " + constraint);
    }

    private void runs(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Every place in order. */
    List<Entry> entries() {
        return new ArrayList<>(
                jdbc.sql(
                                "select l.bytes, l.appended_at, l.seal, h.seal as root_seal from ledger.hash h"
                                        + " join ledger.leaf l on l.number = h.number order by h.index")
                        .query(
                                (row, number) ->
                                        new Entry(
                                                row.getBytes("bytes"),
                                                row.getTimestamp("appended_at").toInstant(),
                                                row.getBytes("seal"),
                                                row.getBytes("root_seal")))
                        .list());
    }

    /** Writes a whole history in place of the true one, with every hash, root and tile right. */
    void rewrites(List<Entry> entries) {
        does("delete from ledger.hash");
        does("delete from ledger.leaf");
        var head = Frontier.EMPTY;
        var hashes = new ArrayList<byte[]>();
        var roots = new ArrayList<byte[]>();
        for (var entry : entries) {
            hashes.add(Merkle.leafHash(entry.bytes()));
            head = head.with(hashes.getLast());
            roots.add(head.root());
        }
        if (!entries.isEmpty()) {
            jdbc.sql(
                            "insert into ledger.leaf (number, bytes, appended_at, seal) overriding system value"
                                    + " select o, b, a, s from unnest(?, ?, ?) with ordinality as l (b, a, s, o)")
                    .param(entries.stream().map(Entry::bytes).toArray(byte[][]::new))
                    .param(times(entries.stream().map(it -> Timestamp.from(it.at())).toArray()))
                    .param(entries.stream().map(Entry::seal).toArray(byte[][]::new))
                    .update();
            jdbc.sql(
                            "insert into ledger.hash (index, number, leaf, root, seal)"
                                    + " select o - 1, o, l, r, s from unnest(?, ?, ?) with ordinality as h (l, r, s, o)")
                    .param(hashes.toArray(byte[][]::new))
                    .param(roots.toArray(byte[][]::new))
                    .param(entries.stream().map(Entry::rootSeal).toArray(byte[][]::new))
                    .update();
        }
        does("update ledger.head set size = ?, frontier = ?", head.size(), head.bytes());
        tilesOf(hashes);
    }

    private void tilesOf(List<byte[]> hashes) {
        jdbc.sql("delete from ledger.tile").update();
        for (int tile = 0; (tile + 1) * Tiles.WIDTH <= hashes.size(); tile++) {
            var under = hashes.subList(tile * Tiles.WIDTH, (tile + 1) * Tiles.WIDTH);
            does("insert into ledger.tile values (1, ?, ?)", (long) tile, Merkle.root(under));
        }
    }

    private Array times(Object[] values) {
        try {
            return connection.createArrayOf("timestamptz", values);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    Path kept(long size) {
        return folder.resolve("checkpoint-%012d.txt".formatted(size));
    }

    /** Writes over a file outside the database; deletes it when there is nothing to say. */
    void files(Path file, String text) {
        try {
            files.putIfAbsent(file, Files.exists(file) ? Files.readString(file) : "");
            if (text.isEmpty()) {
                Files.delete(file);
            } else {
                Files.writeString(file, text);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
        Map.copyOf(files).forEach(this::files);
    }
}
