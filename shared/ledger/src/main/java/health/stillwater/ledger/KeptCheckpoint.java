package health.stillwater.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint as it is kept in the database and outside it.
 *
 * @param root hexadecimal; empty when the note cannot be read
 * @param madeAt when it was signed; null when only the copy outside the database is left
 * @param fault what does not agree, in words for the compliance officer; null when all does
 */
public record KeptCheckpoint(
        long size, String root, @Nullable Instant madeAt, String note, @Nullable String fault) {

    /**
     * Whether our key signed it, both copies are the same, and the log of its size is the one it
     * was signed over.
     */
    public boolean holds() {
        return fault == null;
    }
}
