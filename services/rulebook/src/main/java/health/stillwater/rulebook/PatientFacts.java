package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The patient. {@code previousStates}: lived in during the last twelve months; an empty list means
 * none.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PatientFacts(
        @Nullable String id,
        @Nullable String fullName,
        @Nullable LocalDate dateOfBirth,
        @Nullable Boolean dateOfBirthVerified,
        @Nullable List<String> previousStates)
        implements FactGroup {

    /** These facts and later ones; where both speak, the later ones count. */
    PatientFacts and(PatientFacts later) {
        return new PatientFacts(
                Facts.later(id, later.id),
                Facts.later(fullName, later.fullName),
                Facts.later(dateOfBirth, later.dateOfBirth),
                Facts.later(dateOfBirthVerified, later.dateOfBirthVerified),
                Facts.later(previousStates, later.previousStates));
    }
}
