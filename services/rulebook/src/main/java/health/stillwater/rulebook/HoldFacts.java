package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.EnumNaming;

/** A hold; binds from {@code placedAt}, ends at {@code releasedAt}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HoldFacts(
        @Nullable Kind kind, @Nullable Instant placedAt, @Nullable Instant releasedAt) {

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
