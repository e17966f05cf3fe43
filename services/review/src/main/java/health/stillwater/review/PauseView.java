package health.stillwater.review;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a case was set aside, and what came of it.
 *
 * @param words the question, the reason, or what the opinion is wanted on
 * @param returnsAt when a deferral is over; null for whatever else
 */
public record PauseView(
        UUID id,
        RequestId request,
        PatientId patient,
        PhysicianId physician,
        PauseKind kind,
        String words,
        Instant at,
        @Nullable Instant returnsAt,
        Optional<End> end) {

    /**
     * How it ended.
     *
     * @param agrees what the second physician says; null for whatever else
     */
    public record End(
            Actor.Kind by, UUID byId, String words, @Nullable Boolean agrees, Instant at) {}
}
