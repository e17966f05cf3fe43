package health.stillwater.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where checkpoints stand outside the database, out of reach of whoever may change it: one file a
 * checkpoint, never written twice, and {@code checkpoint.txt} with the latest.
 */
class CheckpointFolder {

    private static final String LATEST = "checkpoint.txt";
    private static final Pattern NUMBERED = Pattern.compile("checkpoint-(\\d{12,18})\\.txt");

    private final Path folder;

    CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    void keep(Checkpoint checkpoint) {
        try {
            Files.createDirectories(folder);
            var file = fileOf(checkpoint.size());
            if (!Files.exists(file)) {
                write(file, checkpoint.note());
            } else if (!Files.readString(file).equals(checkpoint.note())) {
                throw new IllegalStateException(
                        "another checkpoint of this size was kept already: " + file);
            }
            write(folder.resolve(LATEST), checkpoint.note());
        } catch (IOException refused) {
            throw new UncheckedIOException(
                    "the checkpoint could not be kept outside the database", refused);
        }
    }

    /** The note of the latest checkpoint; empty when none was kept yet. */
    Optional<String> latest() {
        try {
            return Optional.of(Files.readString(folder.resolve(LATEST)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException refused) {
            throw new UncheckedIOException("the kept checkpoints could not be read", refused);
        }
    }

    /** The note of the checkpoint of this size; empty when none is kept. */
    Optional<String> of(long size) {
        try {
            return Optional.of(Files.readString(fileOf(size)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException refused) {
            throw new UncheckedIOException("the kept checkpoints could not be read", refused);
        }
    }

    /** Every note that was ever kept. */
    List<Note> notes() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(folder, "checkpoint*.txt")) {
            var notes = new ArrayList<Note>();
            for (var file : files) {
                var name = file.getFileName().toString();
                notes.add(new Note(name, sizeIn(name), Files.readString(file)));
            }
            return notes;
        } catch (IOException refused) {
            throw new UncheckedIOException("the kept checkpoints could not be read", refused);
        }
    }

    private static long sizeIn(String name) {
        var number = NUMBERED.matcher(name);
        return number.matches() ? Long.parseLong(number.group(1)) : Note.LATEST;
    }

    private Path fileOf(long size) {
        return folder.resolve(String.format(Locale.ROOT, "checkpoint-%012d.txt", size));
    }

    /** Whole or not at all: a power cut leaves no half of a checkpoint behind. */
    private void write(Path file, String note) throws IOException {
        var fresh = Files.createTempFile(folder, "fresh", ".new");
        try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(note.getBytes(UTF_8)));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * A file with a note in it.
     *
     * @param size as its name says; {@link #LATEST} when it says none
     */
    record Note(String name, long size, String text) {

        static final long LATEST = -1;
    }
}
