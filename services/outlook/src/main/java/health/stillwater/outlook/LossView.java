package health.stillwater.outlook;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A license or registration that ended being good, and how many stood on it at that moment.
 *
 * @param physician whose it was; null when it was a pharmacy's or our own
 * @param pharmacy whose it was; null when it was a physician's or our own
 * @param state where it counted; null when it counted in every state alike
 * @param everywhere whether it takes all states away, not this one alone
 * @param firstOutOn the first day on which one of them has no medicine; null when there is nobody
 */
public record LossView(
        @Nullable PhysicianId physician,
        @Nullable PharmacyId pharmacy,
        String holder,
        @Nullable UsState state,
        boolean everywhere,
        Instant at,
        int people,
        @Nullable LocalDate firstOutOn) {}
