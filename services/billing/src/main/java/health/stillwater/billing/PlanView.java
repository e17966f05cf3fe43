package health.stillwater.billing;

import health.stillwater.kernel.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A patient's money with us, for the patient.
 *
 * @param price what a month costs
 * @param paid all that was ever taken, before refunds
 * @param nextCharge when the next month is charged; absent when none will be
 * @param endsAt when the month they paid for is over, once they ended it; else absent
 * @param owed money we owe back and have not sent yet
 */
public record PlanView(
        PlanStage stage,
        Money price,
        Money paid,
        CardView card,
        @Nullable Instant nextCharge,
        @Nullable Instant endsAt,
        List<InvoiceView> invoices,
        List<RefundView> refunds,
        List<OwedRefundView> owed) {

    /** Whether not one cent was ever taken. */
    public boolean chargedNothing() {
        return paid.equals(Money.ZERO);
    }
}
