package health.stillwater.billing;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Subscription;
import com.stripe.model.SubscriptionItem;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.InvoicePayParams;
import com.stripe.param.ProductCreateParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionCreateParams.Item.PriceData;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.service.V1Services;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Monthly plans, at Stripe. Metadata holds our own opaque ids and nothing else. */
@Component
class StripePlans {

    private static final String PRODUCT = "stillwater_membership";
    private static final String OURS = "subscription";
    private static final String ATTEMPT = "attempt";
    private static final long PAGE = 100;
    private final StripeLine line;
    private final QuestionNumbers numbers;
    private final StripeSettings settings;
    private volatile boolean onShelf;

    StripePlans(StripeLine line, QuestionNumbers numbers, StripeSettings settings) {
        this.line = line;
        this.numbers = numbers;
        this.settings = settings;
    }

    /**
     * Starts a plan and charges the first month; answers Stripe's id. A declined card still makes
     * one, unpaid.
     */
    StripeReply<String> start(PlanOrder order) {
        return line.ask(
                stripe -> {
                    putOnShelf(stripe);
                    var key = StripeLine.under(order.key());
                    return stripe.subscriptions().create(params(order), key).getId();
                });
    }

    private static SubscriptionCreateParams params(PlanOrder order) {
        var month =
                PriceData.Recurring.builder()
                        .setInterval(PriceData.Recurring.Interval.MONTH)
                        .build();
        var price =
                PriceData.builder()
                        .setCurrency("usd")
                        .setProduct(PRODUCT)
                        .setUnitAmount(order.cents())
                        .setRecurring(month)
                        .build();
        return SubscriptionCreateParams.builder()
                .setCustomer(order.customer())
                .setDefaultPaymentMethod(order.card())
                .setPaymentBehavior(SubscriptionCreateParams.PaymentBehavior.ALLOW_INCOMPLETE)
                .setOffSession(true)
                .addItem(SubscriptionCreateParams.Item.builder().setPriceData(price).build())
                .putMetadata(OURS, order.id().toString())
                .putMetadata(ATTEMPT, String.valueOf(order.attempt()))
                .build();
    }

    /** The product is made once, under a name of ours, so that it cannot be made twice. */
    private void putOnShelf(V1Services stripe) throws StripeException {
        if (onShelf) {
            return;
        }
        var params =
                ProductCreateParams.builder()
                        .setId(PRODUCT)
                        .setName(settings.productName())
                        .build();
        try {
            stripe.products().create(params);
        } catch (InvalidRequestException refused) {
            if (!"resource_already_exists".equals(refused.getCode())) {
                throw refused;
            }
        }
        onShelf = true;
    }

    /** What Stripe made of an order, if anything. Lists, because a list is never behind. */
    StripeReply<Optional<PlanAtStripe>> find(PlanOrder order) {
        var params =
                SubscriptionListParams.builder()
                        .setCustomer(order.customer())
                        .setStatus(SubscriptionListParams.Status.ALL)
                        .setLimit(PAGE)
                        .build();
        return line.ask(
                stripe -> {
                    long question = numbers.next();
                    for (var one : stripe.subscriptions().list(params).autoPagingIterable()) {
                        if (isFor(order, one)) {
                            return Optional.of(whole(stripe, one, question));
                        }
                    }
                    return Optional.empty();
                });
    }

    /** Of this attempt; or of an earlier one, if it lives after all. */
    private static boolean isFor(PlanOrder order, Subscription one) {
        var metadata = one.getMetadata();
        return order.id().toString().equals(metadata.get(OURS))
                && (String.valueOf(order.attempt()).equals(metadata.get(ATTEMPT))
                        || stage(one.getStatus()) != Stage.CANCELED);
    }

    StripeReply<PlanAtStripe> plan(String subscription) {
        return line.ask(
                stripe -> {
                    long question = numbers.next();
                    return whole(stripe, stripe.subscriptions().retrieve(subscription), question);
                });
    }

    /** Which subscription an invoice is for; empty when it is for none. */
    StripeReply<Optional<String>> subscriptionOf(String invoice) {
        return line.ask(
                stripe ->
                        Optional.ofNullable(stripe.invoices().retrieve(invoice).getParent())
                                .flatMap(
                                        parent ->
                                                Optional.ofNullable(
                                                        parent.getSubscriptionDetails()))
                                .map(details -> details.getSubscription()));
    }

    /** From now on this card is charged. Saying it twice changes nothing. */
    StripeReply<String> useCard(String subscription, String card) {
        var params = SubscriptionUpdateParams.builder().setDefaultPaymentMethod(card).build();
        return line.ask(stripe -> stripe.subscriptions().update(subscription, params).getId());
    }

    /** What was paid for is kept to its end, and nothing is charged after it. */
    StripeReply<String> endWithItsMonth(String subscription) {
        var params = SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(true).build();
        return line.ask(stripe -> stripe.subscriptions().update(subscription, params).getId());
    }

    StripeReply<String> endNow(String subscription) {
        return line.ask(stripe -> stripe.subscriptions().cancel(subscription).getId());
    }

    StripeReply<String> pay(String invoice, String card) {
        var params = InvoicePayParams.builder().setPaymentMethod(card).build();
        var key = StripeLine.under("pay-" + invoice + "-" + card);
        return line.ask(stripe -> stripe.invoices().pay(invoice, params, key).getId());
    }

    private static PlanAtStripe whole(V1Services stripe, Subscription subscription, long question)
            throws StripeException {
        var params =
                InvoiceListParams.builder()
                        .setSubscription(subscription.getId())
                        .setLimit(PAGE)
                        .addExpand("data.payments")
                        .build();
        var invoices =
                stripe.invoices().list(params).getData().stream()
                        .filter(invoice -> !"draft".equals(invoice.getStatus()))
                        .map(StripeInvoices::read)
                        .toList();
        var metadata = subscription.getMetadata();
        return new PlanAtStripe(
                question,
                subscription.getId(),
                subscription.getCustomer(),
                Optional.ofNullable(metadata.get(OURS)).map(SubscriptionId::of),
                Integer.parseInt(metadata.getOrDefault(ATTEMPT, "0")),
                stage(subscription.getStatus()),
                subscription.getDefaultPaymentMethod(),
                subscription.getItems().getData().stream()
                        .findFirst()
                        .map(SubscriptionItem::getCurrentPeriodEnd)
                        .map(Instant::ofEpochSecond)
                        .orElse(null),
                invoices);
    }

    private static Stage stage(String status) {
        return switch (status) {
            case "active", "trialing" -> Stage.ACTIVE;
            case "incomplete", "past_due", "unpaid", "paused" -> Stage.PAST_DUE;
            case "canceled", "incomplete_expired" -> Stage.CANCELED;
            default -> throw new IllegalStateException("a status we do not know: " + status);
        };
    }
}
