package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pharmacy the order goes to. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PharmacyFacts(
        @Nullable String id,
        @Nullable String name,
        @Nullable String homeState,
        @Nullable Registration homeLicense,
        @Nullable Map<String, Registration> registrations,
        @Nullable Registration dea,
        @Nullable Boolean compoundingCompetent,
        @Nullable Boolean epcsCapable,
        @Nullable Boolean suspended)
        implements FactGroup {}
