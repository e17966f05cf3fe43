package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Vital signs; the mean of at least two readings counts. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VitalsFacts(
        @Nullable List<Reading> readings,
        @Nullable Integer heartRate,
        @Nullable Integer spo2,
        @Nullable Instant observedAt,
        @Nullable Weight weight)
        implements FactGroup {

    /** Blood pressure, in mmHg. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reading(@Nullable Integer systolic, @Nullable Integer diastolic) {}

    /** Body weight. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Weight(@Nullable BigDecimal kg, @Nullable Instant observedAt) {}
}
