package health.stillwater.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.io.ClassPathResource;

/**
 * One PostgreSQL for the whole JVM, with the two roles of production; a fresh, empty database for
 * each who asks.
 */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** The JDBC address of a new database owned by {@code stillwater_owner}. */
    public static String fresh() {
        var name = "test_" + COUNT.incrementAndGet();
        asSuperuser("create database " + name + " owner stillwater_owner");
        clockIsMoved(name);
        return "jdbc:postgresql://localhost:" + Server.POSTGRES.getPort() + "/" + name;
    }

    /** A connection that may do everything with a database that {@link #fresh()} made. */
    public static Connection ofTheSuperuser(String address) throws SQLException {
        return DriverManager.getConnection(address + "?user=postgres");
    }

    /** As every test's database says of its clock; only a superuser can. */
    public static void clockIsMoved(String name) {
        asSuperuser("alter database " + name + " set house.clock = 'moved'");
    }

    /** As a production's database says, by saying nothing. */
    public static void clockIsReal(String name) {
        asSuperuser("alter database " + name + " reset house.clock");
    }

    private static void asSuperuser(String sql) {
        asSuperuser(Server.POSTGRES, sql);
    }

    private static void asSuperuser(EmbeddedPostgres server, String sql) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        static EmbeddedPostgres start() {
            try {
                var server =
                        EmbeddedPostgres.builder()
                                .setServerConfig("fsync", "off")
                                .setServerConfig("max_connections", "200")
                                .setServerConfig("timezone", "Asia/Kathmandu")
                                .start();
                asSuperuser(
                        server,
                        new ClassPathResource("db/roles.sql")
                                .getContentAsString(StandardCharsets.UTF_8));
                return server;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
