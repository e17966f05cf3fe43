package health.stillwater.review;

import health.stillwater.enrollment.PatientView;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A follow-up, opened.
 *
 * @param about what it happened to, as the room that opened it wrote it
 * @param outcome how it ended; empty while it is open
 */
public record FollowUpView(
        UUID id,
        FollowUpReason reason,
        String about,
        PatientView patient,
        Instant openedAt,
        Instant dueAt,
        boolean overdue,
        Optional<String> outcome) {}
