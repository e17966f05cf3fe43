package health.stillwater.rulebook;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a row in its time.
 *
 * @param zone where its first and last day begin and end
 * @param until when it ends, or a later version takes its place; null while neither is known
 * @param approvedBy the two who agreed on it; empty for what came with the program
 * @param proposal where that is told; null for what came with the program
 */
public record RowVersion(
        RowView row,
        ZoneId zone,
        Instant from,
        @Nullable Instant until,
        List<String> approvedBy,
        @Nullable Long proposal) {

    /** Whether this is the version that counts at an instant. */
    public boolean inForce(Instant at) {
        return !at.isBefore(from) && (until == null || at.isBefore(until));
    }

    /** Whether it never came into force: another version took its place before or as it began. */
    public boolean overtaken() {
        return until != null && !until.isAfter(from);
    }
}
