package health.stillwater.enrollment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How proving one's identity went.
 *
 * @param troubles what did not match, in words for the patient; empty unless failed
 * @param observedAt when the vendor's answer was read; null until it is
 */
public record IdentityView(Status status, List<String> troubles, @Nullable Instant observedAt) {

    /** Where the check stands. */
    public enum Status {
        NOT_STARTED,
        /** Started; the vendor has not answered yet, or its answer has not reached us. */
        WAITING,
        VERIFIED,
        FAILED
    }
}
