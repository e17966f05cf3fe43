package health.stillwater.billing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refund as Stripe keeps it.
 *
 * @param ours our own id, which Stripe keeps for us; empty for one that was made elsewhere
 * @param note why the bank sent it back
 */
record RefundAtStripe(
        String id,
        Optional<RefundId> ours,
        RefundStage stage,
        String intent,
        @Nullable String note) {}
