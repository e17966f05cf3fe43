package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where the patient is now, as attested; it selects the rules of the state, and its zone says what
 * "today" is.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LocationFacts(
        @Nullable String state,
        @Nullable String county,
        @Nullable String countyFips,
        @Nullable ZoneId zone,
        @Nullable String method,
        @Nullable Instant observedAt)
        implements FactGroup {}
