package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.EnumNaming;

/** The health of one external check; in {@link Facts#services()} by name. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceFacts(@Nullable Status status, @Nullable Instant observedAt) {

    /** How it is. */
    @EnumNaming(LowerCaseNames.class)
    public enum Status {
        UP,
        DEGRADED,
        DOWN
    }
}
