package health.stillwater.keycloak;

import health.stillwater.sandbox.ChildProcesses;
import health.stillwater.sandbox.LocalKeycloak;
import health.stillwater.sandbox.LocalPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** Keycloak itself with our realm and its people, on a database of its own; ends with the tests. */
final class RealKeycloak {

    private static final Path HOME = Path.of("target", "realm").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    static final String APP = "http://localhost:9";
    private static final String ADDRESS = started();

    private RealKeycloak() {}

    /** Of its OpenID Connect pages: {@code …/auth}, {@code …/token}. */
    static String openId(String page) {
        return realm("protocol/openid-connect/" + page);
    }

    static String realm(String page) {
        return ADDRESS + "/realms/" + StillwaterRealm.NAME + "/" + page;
    }

    private static String started() {
        var children = ChildProcesses.watched();
        Runtime.getRuntime().addShutdownHook(new Thread(children::close));
        try {
            var data = HOME.resolve("data-" + ProcessHandle.current().pid());
            var postgres =
                    LocalPostgres.start(
                            new LocalPostgres.Settings(
                                    data,
                                    HOME.resolve("cache"),
                                    HOME.resolve("postgres.log"),
                                    freePort()),
                            children);
            postgres.prepare("create role stillwater_owner");
            var port = freePort();
            LocalKeycloak.start(
                            new LocalKeycloak.Settings(
                                    Path.of(System.getProperty("stillwater.keycloak")),
                                    HOME.resolve("cache"),
                                    HOME.resolve("keycloak.log"),
                                    port,
                                    new LocalKeycloak.Database(
                                            postgres.url("keycloak"), "keycloak", "keycloak"),
                                    StillwaterRealm.forDemonstration(APP)
                                            .filesWith(DemoPeople.everybody()),
                                    StillwaterRealm.NAME),
                            children)
                    .awaitReady(PATIENCE);
            return "http://localhost:" + port;
        } catch (IOException | SQLException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
