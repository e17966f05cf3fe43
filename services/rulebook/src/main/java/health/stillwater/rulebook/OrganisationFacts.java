package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The telehealth organization and its registrations by state. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrganisationFacts(
        @Nullable String name, @Nullable Map<String, Registration> registrations)
        implements FactGroup {}
