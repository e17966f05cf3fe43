package health.stillwater.billing;

import health.stillwater.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One invoice.
 *
 * @param number what the patient reads on the receipt; Stripe gives it
 * @param refunded what went back or is on its way
 * @param refundable how much may still be given back
 */
public record InvoiceView(
        InvoiceId id,
        String number,
        InvoiceStage stage,
        Money due,
        Money paid,
        Money refunded,
        Money refundable,
        Instant at,
        @Nullable Instant paidAt,
        @Nullable Instant nextAttempt) {}
