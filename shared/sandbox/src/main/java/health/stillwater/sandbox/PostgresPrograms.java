package health.stillwater.sandbox;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once from their jar, and run as somebody who is not root. */
record PostgresPrograms(Path folder) {

    static PostgresPrograms unpackedIn(Path cache) throws IOException {
        byte[] archive = archiveForThisMachine();
        var folder = cache.resolve("postgres-" + fingerprint(archive));
        if (!Files.isDirectory(folder)) {
            var half =
                    cache.resolve(folder.getFileName() + ".part-" + ProcessHandle.current().pid());
            unpack(archive, half);
            Files.move(half, folder);
        }
        return new PostgresPrograms(folder);
    }

    /** Runs one of them to its end and gives its exit code. */
    int run(Path log, String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(program + " did not come to an end; see " + log);
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /**
     * PostgreSQL refuses to run as root. In a user namespace of its own it is nobody, and content.
     */
    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"))
                && System.getProperty("os.name", "").startsWith("Linux");
    }

    private static byte[] archiveForThisMachine() throws IOException {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var family =
                system.startsWith("mac")
                        ? "Darwin"
                        : system.startsWith("win") ? "Windows" : "Linux";
        var chip = System.getProperty("os.arch", "");
        try (InputStream found =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                        family, "amd64".equals(chip) ? "x86_64" : chip)) {
            return found.readAllBytes();
        }
    }

    private static String fingerprint(byte[] archive) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(archive), 0, 6);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static void unpack(byte[] archive, Path into) throws IOException {
        try (var tar =
                new TarArchiveInputStream(
                        new BufferedInputStream(
                                new XZInputStream(new ByteArrayInputStream(archive)), 1 << 16),
                        StandardCharsets.UTF_8.name())) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("An entry leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.getParent());
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(
                                target, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }
}
