package health.stillwater.dev;

import health.stillwater.keycloak.StillwaterRealm;
import health.stillwater.sandbox.ChildProcesses;
import health.stillwater.sandbox.LocalKeycloak;
import health.stillwater.sandbox.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/**
 * The sign-in server with our realm in it. A realm is imported once; afterwards it lives in the
 * database.
 */
final class SignInServer {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private SignInServer() {}

    static void start(
            Setup setup,
            LocalPostgres postgres,
            ChildProcesses children,
            Running running,
            Progress progress)
            throws IOException, InterruptedException {
        var distribution = setup.keycloak();
        if (!Files.isRegularFile(distribution)) {
            throw new CannotStart(
                    "The sign-in server is not where Maven should have put it: "
                            + distribution
                            + ". Start with mvn spring-boot:run in the root folder.");
        }
        var files =
                StillwaterRealm.forDemonstration(setup.application())
                        .filesWith(new Crowd(setup.patients()).everybody());
        warnOfAChange(setup, files, progress);
        var database = new LocalKeycloak.Database(postgres.url("keycloak"), "keycloak", "keycloak");
        var keycloak =
                running.opened(
                        LocalKeycloak.start(
                                new LocalKeycloak.Settings(
                                        distribution,
                                        setup.cache(),
                                        setup.logs().resolve("keycloak.log"),
                                        setup.ports().signIn(),
                                        database,
                                        files,
                                        StillwaterRealm.NAME),
                                children));
        keycloak.awaitReady(PATIENCE);
        progress.says("sign-in server ready");
    }

    private static void warnOfAChange(Setup setup, Map<String, byte[]> files, Progress progress)
            throws IOException {
        var imported = setup.data().resolve("realm-imported.json");
        var realm = files.get("data/import/stillwater-realm.json");
        if (realm == null) {
            throw new IllegalStateException("no realm");
        }
        if (!Files.exists(imported)) {
            Files.write(imported, realm);
        } else if (!Arrays.equals(Files.readAllBytes(imported), realm)) {
            progress.says(
                    "note: the realm changed since this folder's accounts were made; "
                            + "to take the change over, start with STILLWATER_FRESH=true");
        }
    }
}
