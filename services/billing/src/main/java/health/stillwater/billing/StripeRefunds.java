package health.stillwater.billing;

import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Refunds, at Stripe. The reason stays with us: it can speak of the treatment. */
@Component
class StripeRefunds {

    private static final String OURS = "refund";
    private static final String ATTEMPT = "attempt";
    private static final long PAGE = 100;

    private final StripeLine line;

    StripeRefunds(StripeLine line) {
        this.line = line;
    }

    StripeReply<RefundAtStripe> send(RefundOrder order) {
        var params =
                RefundCreateParams.builder()
                        .setPaymentIntent(order.intent())
                        .setAmount(order.cents())
                        .setReason(
                                order.reason() == RefundReason.DUPLICATE
                                        ? RefundCreateParams.Reason.DUPLICATE
                                        : RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                        .putMetadata(OURS, order.id().toString())
                        .putMetadata(ATTEMPT, String.valueOf(order.attempt()))
                        .build();
        return line.ask(
                stripe -> read(stripe.refunds().create(params, StripeLine.under(order.key()))));
    }

    /** What Stripe made of an order, if anything. */
    StripeReply<Optional<RefundAtStripe>> find(RefundOrder order) {
        var params =
                RefundListParams.builder().setPaymentIntent(order.intent()).setLimit(PAGE).build();
        return line.ask(
                stripe ->
                        stripe.refunds().list(params).getData().stream()
                                .map(StripeRefunds::read)
                                .filter(refund -> refund.ours().equals(Optional.of(order.id())))
                                .findFirst());
    }

    StripeReply<RefundAtStripe> refund(String id) {
        return line.ask(stripe -> read(stripe.refunds().retrieve(id)));
    }

    StripeReply<List<RefundAtStripe>> ofCharge(String charge) {
        var params = RefundListParams.builder().setCharge(charge).setLimit(PAGE).build();
        return line.ask(
                stripe ->
                        stripe.refunds().list(params).getData().stream()
                                .map(StripeRefunds::read)
                                .toList());
    }

    private static RefundAtStripe read(Refund refund) {
        return new RefundAtStripe(
                refund.getId(),
                Optional.ofNullable(refund.getMetadata().get(OURS)).map(RefundId::of),
                stage(refund.getStatus()),
                Objects.requireNonNullElse(refund.getPaymentIntent(), ""),
                refund.getFailureReason());
    }

    private static RefundStage stage(String status) {
        return switch (status) {
            case "pending", "requires_action" -> RefundStage.PENDING;
            case "succeeded" -> RefundStage.DONE;
            case "failed", "canceled" -> RefundStage.HUMAN;
            default -> throw new IllegalStateException("a status we do not know: " + status);
        };
    }
}
