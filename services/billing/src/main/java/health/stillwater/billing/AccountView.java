package health.stillwater.billing;

import health.stillwater.kernel.Money;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A patient's money with us, for billing staff. No word of the treatment.
 *
 * @param reference what Stripe knows the account by
 * @param customer Stripe's id of the customer
 * @param subscription Stripe's id of the subscription
 */
public record AccountView(
        PatientId patient,
        String email,
        String reference,
        @Nullable String customer,
        CardView card,
        @Nullable Stage stage,
        @Nullable String subscription,
        Money price,
        @Nullable Instant nextCharge,
        List<InvoiceView> invoices,
        List<RefundView> refunds,
        List<OwedRefundView> owed,
        List<TimelineRow> timeline,
        List<NoticeView> notices) {}
