package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.EnumNaming;

/** The identity proof. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdentityFacts(
        @Nullable DocumentCheck idDocument,
        @Nullable LivenessCheck liveness,
        @Nullable Boolean nameMatch,
        @Nullable Boolean dateOfBirthMatch,
        @Nullable Boolean addressMatch,
        @Nullable Boolean duplicate,
        @Nullable Boolean deceased,
        @Nullable Boolean selfieMatch,
        @Nullable Instant observedAt)
        implements FactGroup {

    /** What the document check found. */
    @EnumNaming(LowerCaseNames.class)
    public enum DocumentCheck {
        VERIFIED,
        FAILED
    }

    /** What the liveness check found. */
    @EnumNaming(LowerCaseNames.class)
    public enum LivenessCheck {
        PASSED,
        FAILED
    }
}
