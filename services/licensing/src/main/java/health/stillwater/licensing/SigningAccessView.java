package health.stillwater.licensing;

import health.stillwater.kernel.PhysicianId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who let a physician sign, and who ended it.
 *
 * @param holder the physician's name
 * @param approvedBy null while a second person has not approved it
 * @param approverDea the number under which that person is registered with DEA
 * @param revokedAt null while it was not revoked
 */
public record SigningAccessView(
        UUID id,
        PhysicianId physician,
        String holder,
        String enteredBy,
        Instant enteredAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String approverDea,
        @Nullable Instant revokedAt,
        @Nullable String revokedBecause,
        @Nullable String revokedBy) {

    public boolean inForce() {
        return approvedAt != null && revokedAt == null;
    }

    public boolean waiting() {
        return approvedAt == null && revokedAt == null;
    }
}
