package health.stillwater.ledger;

import com.zaxxer.hikari.HikariDataSource;
import health.stillwater.bench.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A PostgreSQL that keeps what it says: every commit is on the disk. With the ledger's own tables.
 */
final class BenchDatabase implements AutoCloseable {

    private static final String[] HOUSE = {"db/roles.sql", "db/migration/__root/V1__house.sql"};

    private final EmbeddedPostgres server;
    private final HikariDataSource pool;

    private BenchDatabase(EmbeddedPostgres server, HikariDataSource pool) {
        this.server = server;
        this.pool = pool;
    }

    static BenchDatabase start(int connections) throws IOException {
        var server =
                EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("shared_buffers", "1GB")
                        .setServerConfig("max_wal_size", "4GB")
                        .start();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        pool.setMaximumPoolSize(connections);
        var database = new BenchDatabase(server, pool);
        for (var script : HOUSE) {
            database.runs(new ClassPathResource(script).getContentAsString(StandardCharsets.UTF_8));
        }
        Migrations.of("ledger").forEach(database::runs);
        return database;
    }

    DataSource source() {
        return pool;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    void runs(String script) {
        new JdbcTemplate(pool).execute(script);
    }

    @Override
    public void close() throws IOException {
        pool.close();
        server.close();
    }
}
