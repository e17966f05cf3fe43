package health.stillwater.billing;

import java.time.Instant;

/**
 * A card as Stripe keeps it.
 *
 * @param customer whose card it is
 * @param setUpAt when Stripe began to save it; a later one replaces an earlier one
 */
record SavedCard(
        String customer,
        String id,
        String brand,
        String last4,
        int month,
        int year,
        Instant setUpAt) {}
