package health.stillwater.ledger;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The log in three files, for a verifier that shares no code with us. */
class LedgerExport {

    private final Path folder;

    LedgerExport(Path folder) {
        this.folder = folder;
    }

    void write(Checkpoint checkpoint, String vkeys, Log log) {
        try {
            Files.createDirectories(folder);
            try (var out =
                    new BufferedOutputStream(
                            Files.newOutputStream(folder.resolve("decisions.jsonl")))) {
                log.forEach(rows -> lines(out, rows, checkpoint.size()));
            }
            Files.writeString(folder.resolve("checkpoint.txt"), checkpoint.note());
            Files.writeString(folder.resolve("keys.txt"), vkeys);
        } catch (IOException refused) {
            throw new UncheckedIOException("the log could not be written out", refused);
        }
    }

    /** A lost leaf is for the verifier to find; one appended since is not under this checkpoint. */
    private static void lines(OutputStream out, List<Log.Row> rows, long size) {
        try {
            for (var row : rows) {
                var bytes = row.bytes();
                if (bytes != null && row.index() < size) {
                    out.write(bytes);
                    out.write('\n');
                }
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
