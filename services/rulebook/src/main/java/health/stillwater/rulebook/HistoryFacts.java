package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.EnumNaming;

/** Fills in this program, and the same medicine from elsewhere. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryFacts(
        @Nullable Instant observedAt,
        @Nullable List<Fill> fills,
        @Nullable List<OtherPrescription> otherPrescriptions)
        implements FactGroup {

    /** A fill. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fill(
            @Nullable String prescriptionId,
            @Nullable LocalDate filledOn,
            @Nullable Integer daysSupply) {}

    /** A prescription from another program. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OtherPrescription(
            @Nullable String id,
            @Nullable String program,
            @Nullable String ingredient,
            @Nullable Status status,
            @Nullable LocalDate coversThrough) {}

    /** How it stands. */
    @EnumNaming(LowerCaseNames.class)
    public enum Status {
        ACTIVE,
        ENDED,
        CANCELLED
    }
}
