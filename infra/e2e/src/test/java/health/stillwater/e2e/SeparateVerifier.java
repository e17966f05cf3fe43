package health.stillwater.e2e;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;

/**
 * Somebody outside who has a downloaded ledger, a Java, and one file that shares no code with us.
 */
final class SeparateVerifier {

    private static final Path PROGRAM =
            Path.of("../verify/VerifyLedger.java").toAbsolutePath().normalize();

    private SeparateVerifier() {}

    /** What the program says of the ledger. */
    static String saysOf(Download download) {
        try {
            var folder = Files.createTempDirectory("ledger");
            unpack(download.path(), folder);
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var run =
                    new ProcessBuilder(java, PROGRAM.toString(), folder.toString())
                            .redirectErrorStream(true)
                            .start();
            return new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        try (var packed = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = packed.getNextEntry(); entry != null; entry = packed.getNextEntry()) {
                Files.copy(packed, folder.resolve(Path.of(entry.getName()).getFileName()));
            }
        }
    }
}
