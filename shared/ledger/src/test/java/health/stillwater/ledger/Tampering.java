package health.stillwater.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Somebody with the owner's password, who switches off every guard the database has. Afterwards all
 * is as before.
 */
final class Tampering implements AutoCloseable {

    private static final String[] TABLES = {"leaf", "hash", "head", "checkpoint"};

    private final Connection owner;

    private Tampering(Connection owner) {
        this.owner = owner;
    }

    static Tampering with(String database, String... statements) throws SQLException {
        var connection =
                DriverManager.getConnection(database, "stillwater_owner", "stillwater_owner");
        var tampering = new Tampering(connection);
        for (var table : TABLES) {
            tampering.does("alter table ledger." + table + " disable trigger user");
        }
        tampering.does("alter table ledger.leaf no force row level security");
        for (var table : TABLES) {
            tampering.does(
                    "create table ledger.saved_" + table + " as select * from ledger." + table);
        }
        for (var statement : statements) {
            tampering.does(statement);
        }
        return tampering;
    }

    @Override
    public void close() throws SQLException {
        try (owner) {
            does("truncate ledger.leaf, ledger.hash, ledger.head, ledger.checkpoint");
            for (var table : TABLES) {
                does("insert into ledger." + table + " select * from ledger.saved_" + table);
                does("drop table ledger.saved_" + table);
            }
            does("alter table ledger.leaf force row level security");
            for (var table : TABLES) {
                does("alter table ledger." + table + " enable trigger user");
            }
        }
    }

    private void does(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
