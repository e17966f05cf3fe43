package health.stillwater.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a fake remembers, in one file, so that a restarted demonstration goes on where it stood.
 *
 * @param file where it is kept; null to forget everything in the end
 */
record Memory(@Nullable Path file) {

    static final JsonMapper JSON = JsonMapper.shared();

    /** What was remembered, or, the first time, what to begin with. */
    <T> T recall(Class<T> type, Supplier<T> beginning) {
        if (file == null || !Files.exists(file)) {
            return beginning.get();
        }
        return JSON.readValue(file.toFile(), type);
    }

    /** Remembers, all or nothing: a file half written would be worse than an old one. */
    void remember(Object state) {
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var written = Files.writeString(Path.of(file + ".new"), JSON.writeValueAsString(state));
            Files.move(
                    written,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
