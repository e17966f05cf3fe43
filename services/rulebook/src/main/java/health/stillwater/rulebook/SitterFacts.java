package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The support person. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SitterFacts(
        @Nullable String name,
        @Nullable Integer age,
        @Nullable String phone,
        @Nullable Boolean consentSigned,
        @Nullable String confirmedForRequestId)
        implements FactGroup {}
