package health.stillwater.review;

import health.stillwater.kernel.PhysicianId;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a case waits for.
 *
 * @param by who set it aside, and goes on with it afterwards
 * @param returnsAt when a deferral is over; null for whatever else
 */
@Embeddable
record Pausing(
        UUID id,
        @Enumerated(EnumType.STRING) PauseKind kind,
        PhysicianId by,
        @Nullable Instant returnsAt) {}
