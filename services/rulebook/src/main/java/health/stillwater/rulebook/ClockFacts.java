package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Our clock against national time. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClockFacts(@Nullable Integer offsetSeconds, @Nullable Instant observedAt)
        implements FactGroup {}
