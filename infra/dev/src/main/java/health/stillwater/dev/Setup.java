package health.stillwater.dev;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where a demonstration lives and listens, from the environment.
 *
 * @param home the one folder it writes to: {@code data}, {@code cache} and {@code logs} are inside
 * @param fresh whether to begin with no data
 * @param patients how many more patients a clinic sees while it runs
 * @param keycloak the sign-in server as published, a zip
 */
record Setup(Path home, boolean fresh, int patients, Path keycloak, Ports ports) {

    private static final String KEYCLOAK_VERSION = "26.7.3";

    /** Where each part listens. */
    record Ports(int application, int signIn, int database, int desk) {

        /** The pretended outside systems stand side by side, after the desk. */
        int fake(int number) {
            return desk + number;
        }
    }

    static Setup from(Map<String, String> environment) {
        var user = Path.of(System.getProperty("user.home"));
        var home =
                environment.containsKey("STILLWATER_HOME")
                        ? Path.of(environment.get("STILLWATER_HOME"))
                        : user.resolve(".stillwater");
        return new Setup(
                home.toAbsolutePath().normalize(),
                Boolean.parseBoolean(environment.getOrDefault("STILLWATER_FRESH", "false")),
                number(environment, "STILLWATER_PATIENTS", 0, 0, Crowd.MOST),
                Path.of(System.getProperty("stillwater.keycloak", inMavenRepository(user))),
                new Ports(
                        port(environment, "STILLWATER_PORT", 8080),
                        port(environment, "STILLWATER_SIGN_IN_PORT", 8180),
                        port(environment, "STILLWATER_DATABASE_PORT", 5454),
                        port(environment, "STILLWATER_DESK_PORT", 8280)));
    }

    Path data() {
        return home.resolve("data");
    }

    Path cache() {
        return home.resolve("cache");
    }

    Path logs() {
        return home.resolve("logs");
    }

    String application() {
        return "http://localhost:" + ports.application();
    }

    String signIn() {
        return "http://localhost:" + ports.signIn();
    }

    /**
     * Maven names the file; whoever starts us from an editor has it where Maven puts it by default.
     */
    private static String inMavenRepository(Path user) {
        return user.resolve(".m2/repository/org/keycloak/keycloak-quarkus-dist")
                .resolve(KEYCLOAK_VERSION)
                .resolve("keycloak-quarkus-dist-" + KEYCLOAK_VERSION + ".zip")
                .toString();
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        return number(environment, name, otherwise, 1024, 65_000);
    }

    private static int number(
            Map<String, String> environment, String name, int otherwise, int least, int most) {
        var given = environment.getOrDefault(name, "").strip();
        if (given.isEmpty()) {
            return otherwise;
        }
        if (given.matches("\\d{1,5}")
                && Integer.parseInt(given) >= least
                && Integer.parseInt(given) <= most) {
            return Integer.parseInt(given);
        }
        throw new CannotStart(
                name
                        + " is \""
                        + given
                        + "\"; it must be a number from "
                        + least
                        + " to "
                        + most
                        + ".");
    }
}
