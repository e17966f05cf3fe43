package health.stillwater.billing;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Starts plans at Stripe and follows them. Intention first, then the call, then its outcome; and
 * while the outcome is unknown, Stripe is asked before anything is repeated.
 *
 * <p>Every method answers whether the matter is settled; if not, it wants to be called again later.
 */
@Component
class PlanDesk {

    private static final Logger LOG = LoggerFactory.getLogger(PlanDesk.class);

    private final StripePlans stripe;
    private final PlanFile file;

    PlanDesk(StripePlans stripe, PlanFile file) {
        this.stripe = stripe;
        this.file = file;
    }

    boolean start(SubscriptionId id) {
        return switch (file.next(id)) {
            case PlanStep.Nothing _ -> true;
            case PlanStep.Start(var order) -> started(order);
            case PlanStep.Ask(var order) -> asked(order);
        };
    }

    private boolean started(PlanOrder order) {
        return switch (stripe.start(order)) {
            case StripeReply.Told<String>(var subscription) -> follow(subscription);
            case StripeReply.Refused<String>(_, var words) -> {
                file.refused(order.id(), words);
                yield true;
            }
            case StripeReply.Unknown<String>(var why, var replayed) -> {
                LOG.warn("Subscription {}: {}; Stripe will be asked.", order.id(), why);
                if (replayed) {
                    file.triesAnew(order.id());
                }
                yield false;
            }
        };
    }

    /** Only when Stripe surely has nothing is the request repeated, under the same key. */
    private boolean asked(PlanOrder order) {
        return switch (stripe.find(order)) {
            case StripeReply.Told<Optional<PlanAtStripe>>(var found) -> {
                if (found.isEmpty()) {
                    yield started(order);
                }
                file.standsAtStripe(found.get());
                yield true;
            }
            case StripeReply.Refused<Optional<PlanAtStripe>>(var code, _) -> {
                LOG.error("Subscription {}: Stripe does not let us look: {}", order.id(), code);
                yield false;
            }
            case StripeReply.Unknown<Optional<PlanAtStripe>> _ -> false;
        };
    }

    /** Asks how a plan stands, whatever anybody claimed about it. */
    boolean follow(String subscription) {
        return switch (stripe.plan(subscription)) {
            case StripeReply.Told<PlanAtStripe>(var there) -> {
                file.standsAtStripe(there);
                yield true;
            }
            case StripeReply.Refused<PlanAtStripe>(var code, _) -> {
                LOG.error("Stripe does not show us {}: {}", subscription, code);
                yield false;
            }
            case StripeReply.Unknown<PlanAtStripe> _ -> false;
        };
    }

    boolean follow(SubscriptionId id) {
        return file.atStripe(id).map(this::follow).orElse(true);
    }

    /** Tells Stripe of the new card, and pays with it what is due. */
    boolean charge(SubscriptionId id) {
        var open = file.open(id);
        if (open.isEmpty()) {
            return true;
        }
        var due = open.get();
        if (stripe.useCard(due.subscription(), due.card()) instanceof StripeReply.Unknown<String>) {
            return false;
        }
        var paid = due.unpaidInvoice().map(invoice -> stripe.pay(invoice, due.card()));
        var known = paid.isEmpty() || !(paid.get() instanceof StripeReply.Unknown<String>);
        return follow(due.subscription()) && known;
    }
}
