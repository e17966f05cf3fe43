package health.stillwater.rulebook;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row as an officer wants it to be. What it tests, where and at which moments stays: that is
 * another rule.
 *
 * @param effectiveOn the first day of the new version
 * @param validTo its last day, or null while none is known
 * @param enabled whether it is asked
 * @param reason the source and why
 */
public record RowDraft(
        String id,
        LocalDate effectiveOn,
        @Nullable LocalDate validTo,
        boolean enabled,
        String condition,
        String authority,
        String evidence,
        String counselStatus,
        Words words,
        String reason) {}
