package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.EnumNaming;

/** Payment; never shown to a prescriber. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentFacts(
        @Nullable Status status, @Nullable Boolean openDispute, @Nullable Boolean refundRuleLoaded)
        implements FactGroup {

    /** How it stands. */
    @EnumNaming(LowerCaseNames.class)
    public enum Status {
        AUTHORISED,
        PAID,
        FAILED,
        NONE
    }
}
