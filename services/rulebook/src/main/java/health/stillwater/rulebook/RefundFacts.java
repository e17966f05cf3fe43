package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.EnumNaming;

/** A refund owed for a final refusal. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefundFacts(@Nullable Boolean finalFail, @Nullable Status status)
        implements FactGroup {

    /** How it stands. */
    @EnumNaming(LowerCaseNames.class)
    public enum Status {
        NONE,
        REQUESTED,
        SUCCEEDED,
        FAILED
    }
}
