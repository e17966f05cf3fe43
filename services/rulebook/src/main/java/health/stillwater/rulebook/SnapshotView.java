package health.stillwater.rulebook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kept judgement, for people to read: what every rule answered, and what was known.
 *
 * @param verdicts as they were given, with the words of the rows in those versions
 */
public record SnapshotView(
        Moment moment,
        Instant at,
        boolean allowed,
        String rulebookVersion,
        List<Verdict> verdicts,
        List<Known> facts) {

    /**
     * Something that was known.
     *
     * @param path where it stands among the facts: {@code prescriber, licenses, FL}
     * @param says its members: {@code status active; expires on 2027-01-31}
     * @param seenAt when it was observed; null for what has no age
     */
    public record Known(String path, String says, @Nullable Instant seenAt) {}
}
