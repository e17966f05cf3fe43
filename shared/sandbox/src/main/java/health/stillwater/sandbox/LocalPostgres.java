package health.stillwater.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A real PostgreSQL on this machine only, whose data stays in a folder from one run to the next.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    private final Settings settings;
    private final PostgresPrograms programs;
    private final ChildProcesses children;
    private long pid;

    /** Where it keeps its data, its unpacked programs and its log, and where it listens. */
    public record Settings(Path data, Path cache, Path log, int port) {}

    private LocalPostgres(Settings settings, PostgresPrograms programs, ChildProcesses children) {
        this.settings = settings;
        this.programs = programs;
        this.children = children;
    }

    /**
     * Starts the server, after a crash as well: a left-over one is stopped first, and what was
     * committed is there.
     */
    public static LocalPostgres start(Settings settings, ChildProcesses children)
            throws IOException {
        Files.createDirectories(settings.cache());
        Files.createDirectories(settings.log().toAbsolutePath().getParent());
        var server =
                new LocalPostgres(
                        settings, PostgresPrograms.unpackedIn(settings.cache()), children);
        server.initializeOnce();
        server.removeLeftOver();
        server.startServer();
        return server;
    }

    /**
     * Makes the roles and the two databases unless they are there: ours, and the sign-in server's.
     */
    public void prepare(String roles) throws SQLException {
        try (var connection = asSuperuser()) {
            if (isMissing(connection, "select from pg_roles where rolname = 'stillwater_owner'")) {
                execute(connection, roles);
            }
            if (isMissing(connection, "select from pg_roles where rolname = 'keycloak'")) {
                execute(
                        connection,
                        "create role keycloak login password 'keycloak' nosuperuser nobypassrls");
                execute(
                        connection,
                        "alter role keycloak set synchronous_commit = off"); // a thousand tiny
                // migrations
            }
            if (isMissing(connection, "select from pg_database where datname = 'stillwater'")) {
                execute(connection, "create database stillwater owner stillwater_owner");
            }
            // A demonstration's clock is moved by hand. Only a superuser can say so.
            execute(connection, "alter database stillwater set house.clock = 'moved'");
            if (isMissing(connection, "select from pg_database where datname = 'keycloak'")) {
                execute(connection, "create database keycloak owner keycloak");
                execute(connection, "revoke connect on database keycloak from public");
            }
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://localhost:" + settings.port() + "/" + database;
    }

    public long pid() {
        return pid;
    }

    @Override
    public void close() throws IOException {
        if (programs.run(
                        settings.log(),
                        "pg_ctl",
                        "-D",
                        data(),
                        "-m",
                        "fast",
                        "-w",
                        "-t",
                        "30",
                        "stop")
                == 0) {
            children.drop(pid);
        }
    }

    private void initializeOnce() throws IOException {
        if (Files.exists(settings.data().resolve("PG_VERSION"))) {
            return;
        }
        Files.createDirectories(settings.data());
        var password = Files.createTempFile(settings.cache(), "initdb", "");
        try {
            Files.writeString(password, SUPERUSER);
            var made =
                    programs.run(
                            settings.log(),
                            "initdb",
                            "-D",
                            data(),
                            "-U",
                            SUPERUSER,
                            "-E",
                            "UTF-8",
                            "--locale=C.UTF-8",
                            "--auth=scram-sha-256",
                            "--pwfile=" + password,
                            "--no-sync");
            if (made != 0) {
                throw new IOException(
                        "PostgreSQL could not make its data folder; see " + settings.log());
            }
        } finally {
            Files.deleteIfExists(password);
        }
    }

    /**
     * A file postmaster.pid without its server would only confuse the next one, above all when the
     * number is reused.
     */
    private void removeLeftOver() throws IOException {
        var left = writtenPid().flatMap(ProcessHandle::of);
        if (left.isPresent()
                && left.get().info().command().orElse("postgres").endsWith("postgres")) {
            programs.run(
                    settings.log(), "pg_ctl", "-D", data(), "-m", "fast", "-w", "-t", "30", "stop");
        } else {
            Files.deleteIfExists(pidFile());
        }
    }

    private void startServer() throws IOException {
        var options =
                "-p "
                        + settings.port()
                        + " -c listen_addresses=localhost -c unix_socket_directories='' -c timezone=UTC"
                        + " -c max_connections=80 -c shared_buffers=64MB -c fsync=on -c log_timezone=UTC";
        var started =
                programs.run(
                        settings.log(),
                        "pg_ctl",
                        "-D",
                        data(),
                        "-l",
                        settings.log().toString(),
                        "-o",
                        options,
                        "-w",
                        "-t",
                        "120",
                        "start");
        if (started != 0) {
            throw new IOException("PostgreSQL did not start; see " + settings.log());
        }
        pid =
                writtenPid()
                        .orElseThrow(
                                () -> new IOException("PostgreSQL started and left no process id"));
        children.keep(pid, "INT");
    }

    private Optional<Long> writtenPid() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile()).stream()
                .findFirst()
                .map(line -> Long.valueOf(line.strip()));
    }

    private Path pidFile() {
        return settings.data().resolve("postmaster.pid");
    }

    private String data() {
        return settings.data().toString();
    }

    private Connection asSuperuser() throws SQLException {
        return DriverManager.getConnection(url("postgres"), SUPERUSER, SUPERUSER);
    }

    private static boolean isMissing(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
