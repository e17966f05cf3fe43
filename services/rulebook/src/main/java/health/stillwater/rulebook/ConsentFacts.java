package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.EnumNaming;

/** One consent; in {@link Facts#consents()} by kind. The last two belong to {@code treatment}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsentFacts(
        @Nullable Status status,
        @Nullable String version,
        @Nullable Instant signedAt,
        @Nullable List<String> risksAcknowledged,
        @Nullable Boolean notApprovedStatement) {

    /** How it stands. */
    @EnumNaming(LowerCaseNames.class)
    public enum Status {
        SIGNED,
        NOT_SIGNED,
        WITHDRAWN
    }
}
