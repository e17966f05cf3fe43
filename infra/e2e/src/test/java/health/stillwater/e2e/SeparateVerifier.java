package health.stillwater.e2e;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Somebody outside who has a downloaded ledger, a Java, and one file that shares no code with us.
 */
final class SeparateVerifier {

    private static final Path PROGRAM =
            Path.of("../verify/VerifyLedger.java").toAbsolutePath().normalize();

    private static final Path CASE_FILES =
            Path.of("../verify/VerifyCaseFile.java").toAbsolutePath().normalize();

    private static final Path CASE_FILE_FOLDER = Path.of("target", "case-files");

    private SeparateVerifier() {}

    /** What the program says of the ledger. */
    static String saysOf(Download download) {
        try {
            var folder = Files.createTempDirectory("ledger");
            unpack(download.path(), folder);
            return says(PROGRAM, folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * What the program says of a case file, with the keys taken from somewhere else than the file.
     * The file is left in {@code target/case-files}.
     */
    static String saysOfCaseFile(Download download, String name, String keys) {
        try {
            var folder = Files.createDirectories(CASE_FILE_FOLDER);
            var file = folder.resolve(name + ".zip");
            Files.copy(download.path(), file, StandardCopyOption.REPLACE_EXISTING);
            var known = Files.writeString(folder.resolve(name + "-keys.txt"), keys);
            return says(CASE_FILES, file, known);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The decisions of a case file left before, a line each. */
    static List<String> decisionsOf(String name) {
        try (var zip = new ZipFile(CASE_FILE_FOLDER.resolve(name + ".zip").toFile())) {
            var lines = zip.getInputStream(zip.getEntry("decisions.jsonl")).readAllBytes();
            return new String(lines, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String says(Path program, Path... arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, program.toString()));
        Arrays.stream(arguments).map(Path::toString).forEach(command::add);
        var run = new ProcessBuilder(command).redirectErrorStream(true);
        run.environment().remove("JAVA_TOOL_OPTIONS"); // the JDK would say that it saw them
        return new String(run.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        try (var packed = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = packed.getNextEntry(); entry != null; entry = packed.getNextEntry()) {
                Files.copy(packed, folder.resolve(Path.of(entry.getName()).getFileName()));
            }
        }
    }
}
