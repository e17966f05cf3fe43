package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in for a visit in person under federal law. {@code covering} null: not a covering
 * practitioner.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FederalFacts(@Nullable InPersonRegister inPersonRegister, @Nullable Covering covering)
        implements FactGroup {

    /** Evaluations in person on record; an empty list means none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InPersonRegister(@Nullable List<Evaluation> evaluations) {}

    /** One evaluation in person; without a document it does not count. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Evaluation(
            @Nullable String practitionerId,
            @Nullable LocalDate on,
            @Nullable String place,
            @Nullable String evidenceDocument) {}

    /** Standing in for a colleague who evaluated the patient. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Covering(
            @Nullable String requestedBy,
            @Nullable Boolean requesterUnavailable,
            @Nullable LocalDate evaluatedOn) {}

    /** These facts and later ones; where both speak, the later ones count. */
    FederalFacts and(FederalFacts later) {
        return new FederalFacts(
                Facts.later(inPersonRegister, later.inPersonRegister),
                Facts.later(covering, later.covering));
    }
}
