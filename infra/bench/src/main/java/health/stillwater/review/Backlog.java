package health.stillwater.review;

import health.stillwater.bench.Migrations;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The room's own tables with its own migrations, on a PostgreSQL that writes to disk before it says
 * so, full of waiting cases.
 */
final class Backlog implements AutoCloseable {

    private final EmbeddedPostgres server;

    private Backlog(EmbeddedPostgres server) {
        this.server = server;
    }

    static Backlog start() throws IOException, SQLException {
        var server =
                EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("shared_buffers", "1GB")
                        .setServerConfig("max_wal_size", "4GB")
                        .start();
        var backlog = new Backlog(server);
        backlog.asSuperuser(
                script("db/roles.sql"), "alter database postgres owner to stillwater_owner");
        try (var owner = backlog.connection("stillwater_owner")) {
            run(owner, script("db/migration/__root/V1__house.sql"));
            for (var script : Migrations.of("review")) {
                run(owner, script);
            }
        }
        return backlog;
    }

    /**
     * Nothing but so many waiting cases, all over the country; all of it written to disk, so that
     * no variant pays for another's filling.
     */
    void fill(int size) throws SQLException {
        asSuperuser(
                "set session_replication_role = replica; truncate review.review_case, review.move, review.put_aside"
                        + " cascade; insert into review.review_case (id, patient_id, state, visit_physician_id, stage, risk,"
                        + " opened_at, due_at, fence, version) select gen_random_uuid(), gen_random_uuid(),"
                        + " (array['"
                        + String.join("','", states())
                        + "'])[1 + floor(random() * "
                        + states().length
                        + ")], gen_random_uuid(), 'WAITING',"
                        + " case when random() < 0.05 then 'HIGH' when random() < 0.2 then 'RAISED' else 'USUAL' end,"
                        + " now(), now() + random() * interval '2 days', 0, 0 from generate_series(1, "
                        + size
                        + "); set session_replication_role = default",
                "vacuum analyze review.review_case",
                "checkpoint");
    }

    /** Three to eight states, always the same for the same physician. */
    static List<UsState> statesOf(int physician) {
        var all = Arrays.asList(UsState.values().clone());
        var chance = new Random(physician);
        Collections.shuffle(all, chance);
        return all.subList(0, 3 + chance.nextInt(6));
    }

    private static String[] states() {
        return Stream.of(UsState.values()).map(UsState::name).toArray(String[]::new);
    }

    /** A connection as the application has it; it commits when told. */
    Connection physicians() throws SQLException {
        var connection = connection("stillwater_app");
        connection.setAutoCommit(false);
        return connection;
    }

    static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** As every transaction of the application begins. */
    static void begins(JdbcClient jdbc, PhysicianId physician) {
        jdbc.sql(
                        "select set_config('house.actor_kind', 'PHYSICIAN', true), set_config('house.actor_id', ?, true),"
                                + " set_config('house.organization', '', true)")
                .param(physician.toString())
                .query()
                .singleRow();
    }

    /** What the checker says of everything since the last filling. */
    List<String> faults() throws SQLException {
        try (var connection = connection("stillwater_owner")) {
            run(connection, "set house.actor_kind = 'SYSTEM'");
            return new ClaimHistory(client(connection)).faults(Instant.EPOCH);
        }
    }

    /** For the planted race only: the database itself would refuse most of it. */
    void withoutItsGuards(boolean without) throws SQLException {
        var word = without ? "disable" : "enable";
        asSuperuser(
                "alter table review.review_case " + word + " trigger keep_the_fence",
                "alter table review.review_case " + word + " trigger the_claim_still_runs");
    }

    String address() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    Connection connection(String role) throws SQLException {
        return DriverManager.getConnection(address(), role, role);
    }

    void asSuperuser(String... statements) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection()) {
            for (var sql : statements) {
                run(connection, sql);
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String script(String name) throws IOException {
        return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
