package health.stillwater.billing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as Stripe keeps it.
 *
 * @param intent what a refund must name
 */
record InvoiceAtStripe(
        String id,
        String number,
        InvoiceStage stage,
        long dueCents,
        long paidCents,
        Instant createdAt,
        @Nullable Instant paidAt,
        @Nullable Instant nextAttemptAt,
        @Nullable String intent) {}
