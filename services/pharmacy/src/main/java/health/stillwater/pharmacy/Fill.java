package health.stillwater.pharmacy;

import health.stillwater.kernel.PharmacyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Medicine that left a pharmacy for a patient.
 *
 * @param deliveredAt null while it is on its way
 * @param daysSupply how many days it lasts
 */
public record Fill(
        OrderId order,
        PharmacyId pharmacy,
        Instant shippedAt,
        @Nullable Instant deliveredAt,
        int daysSupply) {}
