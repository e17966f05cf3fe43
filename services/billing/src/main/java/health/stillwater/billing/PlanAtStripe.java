package health.stillwater.billing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as Stripe keeps it, with its invoices, newest first.
 *
 * @param question the number of the question this answers; of two answers the one to the later
 *     question holds
 * @param ours our own id, which Stripe keeps for us; empty for one that is not ours
 * @param attempt under which attempt of ours it was started
 */
record PlanAtStripe(
        long question,
        String id,
        String customer,
        Optional<SubscriptionId> ours,
        int attempt,
        Stage stage,
        @Nullable String card,
        @Nullable Instant periodEndsAt,
        List<InvoiceAtStripe> invoices) {}
