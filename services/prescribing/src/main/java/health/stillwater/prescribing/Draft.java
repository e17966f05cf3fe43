package health.stillwater.prescribing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An unfinished decision, saved as it is typed.
 *
 * @param version of what the page started from; a save of an older version is refused
 * @param savedAt null while nothing was saved
 */
public record Draft(DecisionForm form, int version, @Nullable Instant savedAt) {}
