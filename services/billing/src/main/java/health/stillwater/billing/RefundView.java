package health.stillwater.billing;

import health.stillwater.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One refund.
 *
 * @param note what Stripe said when it did not go through
 */
public record RefundView(
        RefundId id,
        InvoiceId invoice,
        Money amount,
        RefundReason reason,
        RefundStage stage,
        Instant at,
        @Nullable String note) {}
