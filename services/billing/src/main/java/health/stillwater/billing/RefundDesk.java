package health.stillwater.billing;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives money back through Stripe: intention, call, outcome; asked for while it is unknown. Every
 * method answers whether the matter is settled.
 */
@Component
class RefundDesk {

    private static final Logger LOG = LoggerFactory.getLogger(RefundDesk.class);

    private final StripeRefunds stripe;
    private final RefundFile file;

    RefundDesk(StripeRefunds stripe, RefundFile file) {
        this.stripe = stripe;
        this.file = file;
    }

    boolean send(RefundId id) {
        return switch (file.next(id)) {
            case RefundStep.Nothing _ -> true;
            case RefundStep.Send(var order) -> sent(order);
            case RefundStep.Ask(var order) -> asked(order);
            case RefundStep.Follow(var refund) -> follow(refund);
        };
    }

    private boolean sent(RefundOrder order) {
        return switch (stripe.send(order)) {
            case StripeReply.Told<RefundAtStripe>(var there) -> recorded(there);
            case StripeReply.Refused<RefundAtStripe>(_, var words) -> {
                file.refused(order.id(), words);
                yield true;
            }
            case StripeReply.Unknown<RefundAtStripe>(var why, var replayed) -> {
                LOG.warn("Refund {}: {}; Stripe will be asked.", order.id(), why);
                if (replayed) {
                    file.triesAnew(order.id());
                }
                yield false;
            }
        };
    }

    /** Only when Stripe surely has nothing is the request repeated, under the same key. */
    private boolean asked(RefundOrder order) {
        return switch (stripe.find(order)) {
            case StripeReply.Told<Optional<RefundAtStripe>>(var found) ->
                    found.map(this::recorded).orElseGet(() -> sent(order));
            case StripeReply.Refused<Optional<RefundAtStripe>> _,
                    StripeReply.Unknown<Optional<RefundAtStripe>> _ ->
                    false;
        };
    }

    private boolean recorded(RefundAtStripe there) {
        file.standsAtStripe(there);
        return there.stage() != RefundStage.PENDING;
    }

    boolean follow(String refund) {
        return stripe.refund(refund) instanceof StripeReply.Told<RefundAtStripe>(var there)
                && recorded(there);
    }
}
