package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.EnumNaming;

/** The request being judged: one journey from the queue to the pharmacy. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestFacts(@Nullable String id, @Nullable Kind kind) implements FactGroup {

    /** A first prescription, or the next one under the same plan. */
    @EnumNaming(LowerCaseNames.class)
    public enum Kind {
        FIRST,
        RENEWAL
    }
}
