package health.stillwater.billing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends plans at Stripe when their patients asked for it. Telling Stripe twice changes nothing. */
@Component
class LeaveDesk {

    private static final Logger LOG = LoggerFactory.getLogger(LeaveDesk.class);

    private final StripePlans stripe;
    private final LeaveBook book;
    private final PlanDesk plans;

    LeaveDesk(StripePlans stripe, LeaveBook book, PlanDesk plans) {
        this.stripe = stripe;
        this.book = book;
        this.plans = plans;
    }

    /** Answers whether the matter is settled; if not, it wants to be called again later. */
    boolean end(SubscriptionId id) {
        var open = book.open(id);
        if (open.isEmpty()) {
            return true;
        }
        var ending = open.get();
        var there = ending.subscription();
        return switch (ending.withItsMonth()
                ? stripe.endWithItsMonth(there)
                : stripe.endNow(there)) {
            case StripeReply.Told<String> _ -> {
                book.told(id, ending);
                yield plans.follow(there);
            }
            case StripeReply.Refused<String>(var code, _) -> {
                LOG.error("Subscription {}: Stripe does not end it: {}", id, code);
                var known = plans.follow(there);
                book.refused(id, code);
                yield known;
            }
            case StripeReply.Unknown<String>(var why, _) -> {
                LOG.warn("Subscription {}: no answer to ending it: {}", id, why);
                yield false;
            }
        };
    }
}
