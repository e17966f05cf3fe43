package health.stillwater.dev;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/** The folder a demonstration lives in, ours alone as long as we run. */
final class HomeFolder implements AutoCloseable {

    private final FileChannel claim;

    private HomeFolder(FileChannel claim) {
        this.claim = claim;
    }

    /**
     * Claims the folder, and empties its data where a fresh start is asked for; programs and logs
     * stay.
     */
    static HomeFolder claimed(Setup setup) throws IOException {
        Files.createDirectories(setup.home());
        var file = setup.home().resolve("running");
        var claim =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (claim.tryLock() == null) {
            throw new CannotStart(
                    "Stillwater already runs in "
                            + setup.home()
                            + " (process "
                            + Files.readString(file).strip()
                            + "). End it first, or choose another folder with STILLWATER_HOME and other ports.");
        }
        claim.truncate(0);
        claim.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
        if (setup.fresh()) {
            empty(setup.data());
        }
        for (var folder : new Path[] {setup.data(), setup.cache(), setup.logs()}) {
            Files.createDirectories(folder);
        }
        return new HomeFolder(claim);
    }

    @Override
    public void close() throws IOException {
        claim.close();
    }

    private static void empty(Path folder) throws IOException {
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
