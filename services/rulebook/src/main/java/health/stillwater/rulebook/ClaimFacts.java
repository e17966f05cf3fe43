package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.EnumNaming;

/** Who holds the case. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClaimFacts(
        @Nullable Relationship relationship,
        @Nullable List<String> activeClaimants,
        @Nullable Instant expiresAt,
        @Nullable Boolean selfAssignedOutsideRules)
        implements FactGroup {

    /** What the prescriber is to the patient, as attested. */
    @EnumNaming(LowerCaseNames.class)
    public enum Relationship {
        NONE,
        SELF,
        RELATIVE
    }

    /** These facts and later ones; where both speak, the later ones count. */
    ClaimFacts and(ClaimFacts later) {
        return new ClaimFacts(
                Facts.later(relationship, later.relationship),
                Facts.later(activeClaimants, later.activeClaimants),
                Facts.later(expiresAt, later.expiresAt),
                Facts.later(selfAssignedOutsideRules, later.selfAssignedOutsideRules));
    }
}
