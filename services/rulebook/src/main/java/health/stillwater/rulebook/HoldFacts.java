package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * A hold; binds from {@code placedAt}, ends at {@code releasedAt}.
 *
 * @param about for staff: what is held and why; null when nobody said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HoldFacts(
        @Nullable Kind kind,
        @Nullable Instant placedAt,
        @Nullable Instant releasedAt,
        @Nullable String about) {

    public HoldFacts(
            @Nullable Kind kind, @Nullable Instant placedAt, @Nullable Instant releasedAt) {
        this(kind, placedAt, releasedAt, null);
    }

    /** What is held. */
    @EnumNaming(LowerCaseNames.class)
    public enum Kind {
        PATIENT,
        PHARMACY,
        COMPLIANCE,
        LEGAL,
        RECALL,
        LOT_ALERT
    }
}
