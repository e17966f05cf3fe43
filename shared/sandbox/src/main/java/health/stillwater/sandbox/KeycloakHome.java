package health.stillwater.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;

/** The folder of an unpacked Keycloak: made once from its zip, and built once for PostgreSQL. */
final class KeycloakHome {

    /**
     * What is switched off: everything that hands out tokens without our sign-in pages, and what
     * nobody here uses.
     */
    private static final String LEFT_OUT =
            String.join(
                    ",",
                    "ciba",
                    "device-flow",
                    "token-exchange-standard",
                    "kerberos",
                    "impersonation",
                    "authorization",
                    "admin-fine-grained-authz",
                    "client-secret-rotation",
                    "organization",
                    "identity-brokering-api");

    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--features-disabled=" + LEFT_OUT);

    private static final List<String> JVM =
            List.of(
                    "-Xms64m",
                    "-Xmx384m",
                    "-XX:MaxMetaspaceSize=256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dfile.encoding=UTF-8",
                    "-Duser.language=en",
                    "-Duser.country=US",
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                    "--add-opens=java.base/java.security=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                            + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                    "-Dpicocli.disable.closures=true");

    private final Path distribution;
    private final Path folder;
    private final Path log;

    KeycloakHome(Path distribution, Path cache, Path log) {
        this.distribution = distribution;
        this.folder = cache.resolve(distribution.getFileName().toString().replace(".zip", ""));
        this.log = log;
    }

    /** Unpacks and builds, unless a finished build of this very kind is there. */
    void builtOnce(ChildProcesses children) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        var finished = folder.resolve("built-by-stillwater");
        var recipe = System.getProperty("java.vm.version") + " " + String.join(" ", BUILD);
        if (Files.exists(finished) && Files.readString(finished).equals(recipe)) {
            return;
        }
        deleteAll(folder);
        unpack();
        var build =
                children.start(
                        new ProcessBuilder(java(BUILD.toArray(String[]::new)))
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
        try {
            if (build.waitFor() != 0) {
                throw new IOException("Keycloak could not be built; see " + log);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
        Files.writeString(finished, recipe);
    }

    /** Lays our files over the server's; an unchanged file is left alone. */
    void layOver(Map<String, byte[]> files) throws IOException {
        for (var file : files.entrySet()) {
            var target = folder.resolve(file.getKey());
            if (!Files.exists(target)
                    || !Arrays.equals(Files.readAllBytes(target), file.getValue())) {
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
        }
    }

    /**
     * The server's own start line, without the shell script around it, on the Java that runs us.
     */
    List<String> java(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.add("-Dkc.home.dir=" + folder);
        command.add("-Djboss.server.config.dir=" + folder.resolve("conf"));
        command.addAll(List.of("-cp", folder.resolve("lib/quarkus-run.jar").toString()));
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(List.of(arguments));
        return command;
    }

    private void unpack() throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(distribution))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var inside = Path.of(entry.getName());
                if (inside.getNameCount() < 2) {
                    continue; // the one folder everything is in
                }
                var target = folder.resolve(inside.subpath(1, inside.getNameCount())).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("An entry leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var everything = Files.walk(folder)) {
            for (var one : everything.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
