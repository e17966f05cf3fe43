package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.EnumNaming;

/** How the hand-off to the pharmacy went. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransmissionFacts(
        @Nullable Status status, @Nullable List<String> messageIds, @Nullable Instant sentAt)
        implements FactGroup {

    /** How far it got. */
    @EnumNaming(LowerCaseNames.class)
    public enum Status {
        NOT_SENT,
        SENT,
        VERIFIED,
        ERROR
    }
}
