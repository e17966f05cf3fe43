package health.stillwater.review;

import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import org.jspecify.annotations.Nullable;

/**
 * Which waiting cases to list; what is null does not narrow.
 *
 * @param after the last case of the page before
 */
public record QueueFilter(
        @Nullable UsState state,
        @Nullable Risk risk,
        @Nullable CaseKind kind,
        boolean overdue,
        @Nullable RequestId after) {

    /** Everything, from the top. */
    public static final QueueFilter ALL = new QueueFilter(null, null, null, false, null);
}
