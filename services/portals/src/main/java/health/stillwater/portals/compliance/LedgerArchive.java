package health.stillwater.portals.compliance;

import health.stillwater.ledger.Ledger;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.util.FileSystemUtils;

/**
 * The exported ledger, in a folder of its own that goes when it is closed: it is health
 * information.
 */
final class LedgerArchive implements AutoCloseable {

    private final Path folder;

    private LedgerArchive(Path folder) {
        this.folder = folder;
    }

    static LedgerArchive of(Ledger ledger) throws IOException {
        var archive = new LedgerArchive(Files.createTempDirectory("ledger"));
        try {
            ledger.export(archive.folder);
            return archive;
        } catch (RuntimeException refused) {
            archive.close();
            throw refused;
        }
    }

    void writeTo(OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files()) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
