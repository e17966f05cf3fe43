package health.stillwater.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal, and what became of it.
 *
 * @param subject the row, the setting's path, or the rows that were verified
 * @param words what changes, a sentence a line
 * @param signedOffBy the medical director, for the protocol; else null
 * @param decision null while it waits
 */
public record ProposalView(
        long number,
        Kind kind,
        String subject,
        List<String> words,
        String reason,
        LocalDate effectiveOn,
        @Nullable String signedOffBy,
        @Nullable LocalDate signedOffOn,
        UUID proposedBy,
        String proposedByName,
        Instant proposedAt,
        @Nullable Decision decision) {

    /** What it changes. */
    public enum Kind {
        ROW,
        VALUE,
        VERIFICATION
    }

    /** What became of it. */
    public enum Outcome {
        APPROVED,
        REJECTED,
        WITHDRAWN
    }

    /**
     * Who decided, and what.
     *
     * @param effectiveFrom when it came or comes into force; null when it does not
     */
    public record Decision(
            Outcome outcome,
            String byName,
            Instant at,
            String reason,
            @Nullable Instant effectiveFrom) {}

    public boolean open() {
        return decision == null;
    }
}
