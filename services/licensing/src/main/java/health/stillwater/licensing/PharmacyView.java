package health.stillwater.licensing;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.UsState;
import java.net.URI;
import java.util.Set;

/**
 * A pharmacy, as others may know it.
 *
 * @param states where it may ship to right now
 */
public record PharmacyView(
        PharmacyId id,
        String name,
        UsState homeState,
        String phone,
        URI webhook,
        Set<UsState> states) {}
