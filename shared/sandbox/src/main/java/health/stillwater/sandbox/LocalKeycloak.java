package health.stillwater.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real Keycloak on this machine only: unpacked and built once, then started from what was built.
 */
public final class LocalKeycloak implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(250);

    private final Settings settings;
    private final Process server;

    /**
     * What it is made of.
     *
     * @param distribution the server as published, a zip
     * @param cache where it is unpacked and built
     * @param files what is laid over the unpacked server (theme, realm to import), by path inside
     *     it
     * @param realm the realm whose answer means that it is ready
     */
    public record Settings(
            Path distribution,
            Path cache,
            Path log,
            int port,
            Database database,
            Map<String, byte[]> files,
            String realm) {

        public Settings {
            files = Map.copyOf(files);
        }

        String address() {
            return "http://localhost:" + port;
        }
    }

    /** Its own database. */
    public record Database(String url, String user, String password) {}

    private LocalKeycloak(Settings settings, Process server) {
        this.settings = settings;
        this.server = server;
    }

    /** Unpacks and builds what is not yet there, and starts the server without waiting for it. */
    public static LocalKeycloak start(Settings settings, ChildProcesses children)
            throws IOException {
        var home = new KeycloakHome(settings.distribution(), settings.cache(), settings.log());
        home.builtOnce(children);
        home.layOver(settings.files());
        var command =
                home.java(
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=localhost",
                        "--http-port=" + settings.port(),
                        "--hostname=" + settings.address(),
                        "--db-url=" + settings.database().url(),
                        "--db-username=" + settings.database().user(),
                        "--db-pool-max-size=12",
                        "--log-level=info");
        var program =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()));
        program.environment().put("KC_DB_PASSWORD", settings.database().password());
        program.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        program.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", "stillwater-demo");
        return new LocalKeycloak(settings, children.start(program));
    }

    /** Waits until the realm answers; says where to look if it never does. */
    public void awaitReady(Duration atMost) throws IOException, InterruptedException {
        var question =
                HttpRequest.newBuilder(
                                URI.create(
                                        settings.address()
                                                + "/realms/"
                                                + settings.realm()
                                                + "/.well-known/openid-configuration"))
                        .timeout(Duration.ofSeconds(10))
                        .build();
        var deadline = System.nanoTime() + atMost.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                if (!server.isAlive()) {
                    throw new IOException(
                            "The sign-in server ended by itself; see " + settings.log());
                }
                if (answers(client, question)) {
                    return;
                }
                Thread.sleep(POLL);
            }
        }
        throw new IOException(
                "The sign-in server was not ready within " + atMost + "; see " + settings.log());
    }

    public long pid() {
        return server.pid();
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(15, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            server.destroyForcibly();
        }
    }

    private static boolean answers(HttpClient client, HttpRequest question)
            throws InterruptedException {
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
