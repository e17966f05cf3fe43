package health.stillwater.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The demonstration, started as anybody would start it: one process of its own, with real
 * PostgreSQL and real Keycloak. Once for the whole run; it ends with us.
 */
final class RunningSystem {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Path HOME =
            Path.of(System.getProperty("system.home", "target/system")).toAbsolutePath();
    private static final Path LOG = HOME.resolveSibling("launcher.log");
    private static final List<Integer> PORTS = freePorts();

    private static Process process = started(true);

    private RunningSystem() {}

    /** Where the application answers. */
    static String app() {
        return "http://localhost:" + PORTS.get(0);
    }

    static String desk() {
        return "http://localhost:" + PORTS.get(3) + "/desk";
    }

    static String database() {
        return "jdbc:postgresql://localhost:" + PORTS.get(2) + "/stillwater";
    }

    static String signIn() {
        return "http://localhost:" + PORTS.get(1);
    }

    /** Ends it without a warning, as a power cut would, and starts it again on the same data. */
    static void isKilledAndStartedAgain() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        leavesNothingBehind();
        process = started(false);
    }

    /** Whoever it had started notices that it is gone, and goes too. */
    private static void leavesNothingBehind() {
        for (int looks = 0; !PORTS.stream().allMatch(RunningSystem::isFree); looks++) {
            if (looks > 100) {
                throw new AssertionError("a killed launcher left a process behind");
            }
            pause(Duration.ofMillis(300));
        }
    }

    private static Process started(boolean fresh) {
        try {
            Files.createDirectories(HOME);
            var builder =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx512m",
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-Dstillwater.ends-with-parent=true",
                                    "-Dstillwater.keycloak="
                                            + System.getProperty("stillwater.keycloak"),
                                    "-cp",
                                    System.getProperty(
                                            "surefire.test.class.path",
                                            System.getProperty("java.class.path")),
                                    "health.stillwater.dev.Launcher")
                            .redirectErrorStream(true)
                            .redirectOutput(LOG.toFile());
            var settings = builder.environment();
            settings.put("STILLWATER_HOME", HOME.toString());
            settings.put("STILLWATER_FRESH", String.valueOf(fresh));
            settings.put("STILLWATER_PATIENTS", "48");
            settings.put("STILLWATER_PORT", PORTS.get(0).toString());
            settings.put("STILLWATER_SIGN_IN_PORT", PORTS.get(1).toString());
            settings.put("STILLWATER_DATABASE_PORT", PORTS.get(2).toString());
            settings.put("STILLWATER_DESK_PORT", PORTS.get(3).toString());
            return ready(builder.start());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Process ready(Process starting) {
        awaits(starting, "Stillwater is ready");
        return starting;
    }

    /** By then some fifty decisions are signed. */
    static void awaitsTheClinic() {
        awaits(process, "the clinic has seen everybody");
    }

    private static void awaits(Process running, String words) {
        var deadline = Instant.now().plus(PATIENCE);
        for (var said = said(); !said.contains(words); said = said()) {
            if (!running.isAlive() || Instant.now().isAfter(deadline)) {
                running.destroyForcibly();
                throw new IllegalStateException("The system never said “" + words + "”:\n" + said);
            }
            pause(Duration.ofMillis(300));
        }
    }

    private static String said() {
        try {
            return Files.readString(LOG);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Three ports anywhere, and one with six free neighbors above it for the sandbox. */
    private static List<Integer> freePorts() {
        for (int first = 21_000; first < 60_000; first += 10) {
            int base = first;
            if (IntStream.range(base, base + 10).allMatch(RunningSystem::isFree)) {
                return Arrays.asList(base, base + 1, base + 2, base + 3);
            }
        }
        throw new IllegalStateException("no ten free ports side by side");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
