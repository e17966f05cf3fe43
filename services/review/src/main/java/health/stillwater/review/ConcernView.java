package health.stillwater.review;

import health.stillwater.kernel.PhysicianId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What compliance asks a physician about.
 *
 * @param decisions how many, in the time we count
 * @param seconds how long the physician looked at all of them together
 * @param outcome what came of it; empty while it is open
 */
public record ConcernView(
        UUID id,
        PhysicianId physician,
        ConcernKind kind,
        int decisions,
        int seconds,
        Instant openedAt,
        Optional<String> outcome) {}
