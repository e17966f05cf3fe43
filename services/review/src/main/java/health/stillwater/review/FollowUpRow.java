package health.stillwater.review;

import health.stillwater.kernel.UsState;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A follow-up as the list shows it, without a name.
 *
 * @param known whether this physician saw the patient on video
 */
public record FollowUpRow(
        UUID id,
        FollowUpReason reason,
        FollowUpReason.Urgency urgency,
        UsState state,
        Instant dueAt,
        boolean overdue,
        boolean known) {

    static final Comparator<FollowUpRow> ORDER =
            Comparator.comparing(FollowUpRow::urgency)
                    .thenComparing(row -> !row.known)
                    .thenComparing(FollowUpRow::dueAt);
}
