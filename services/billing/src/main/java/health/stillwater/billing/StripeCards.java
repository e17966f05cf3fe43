package health.stillwater.billing;

import com.stripe.model.SetupIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.SetupIntentRetrieveParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Customers and their cards, at Stripe. It is told a reference, and no name, address or e-mail. */
@Component
class StripeCards {

    /** A hosted page on which a card is typed. */
    record Page(String session, URI address) {}

    /** Safe to repeat: the key is the same, and nothing is charged. A person waits. */
    private static final int RETRIES = 2;

    private final StripeLine line;

    StripeCards(StripeLine line) {
        this.line = line;
    }

    StripeReply<String> openCustomer(UUID reference) {
        var params =
                CustomerCreateParams.builder().putMetadata("account", reference.toString()).build();
        return line.ask(
                stripe ->
                        stripe.customers()
                                .create(params, patiently("customer-" + reference + "-v1"))
                                .getId());
    }

    StripeReply<Page> openPage(String customer, UUID reference, URI success, URI cancel) {
        var params =
                SessionCreateParams.builder()
                        .setMode(SessionCreateParams.Mode.SETUP)
                        .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                        .setCustomer(customer)
                        .setClientReferenceId(reference.toString())
                        .putMetadata("account", reference.toString())
                        .setSuccessUrl(success.toString())
                        .setCancelUrl(cancel.toString())
                        .build();
        return line.ask(
                stripe -> {
                    var session =
                            stripe.checkout()
                                    .sessions()
                                    .create(params, patiently("card-page-" + UUID.randomUUID()));
                    return new Page(session.getId(), URI.create(session.getUrl()));
                });
    }

    private static RequestOptions patiently(String key) {
        return RequestOptions.builder()
                .setIdempotencyKey(key)
                .setMaxNetworkRetries(RETRIES)
                .build();
    }

    /** The card that was saved on a page; none while the person has not finished. */
    StripeReply<Optional<SavedCard>> cardOfPage(String session) {
        var params =
                SessionRetrieveParams.builder().addExpand("setup_intent.payment_method").build();
        return line.ask(
                stripe ->
                        Optional.ofNullable(
                                        stripe.checkout()
                                                .sessions()
                                                .retrieve(session, params)
                                                .getSetupIntentObject())
                                .flatMap(StripeCards::saved));
    }

    StripeReply<Optional<SavedCard>> cardOfSetup(String setupIntent) {
        var params = SetupIntentRetrieveParams.builder().addExpand("payment_method").build();
        return line.ask(stripe -> saved(stripe.setupIntents().retrieve(setupIntent, params)));
    }

    private static Optional<SavedCard> saved(SetupIntent intent) {
        var method = intent.getPaymentMethodObject();
        if (!"succeeded".equals(intent.getStatus()) || method == null || method.getCard() == null) {
            return Optional.empty();
        }
        var card = method.getCard();
        return Optional.of(
                new SavedCard(
                        intent.getCustomer(),
                        method.getId(),
                        card.getBrand(),
                        card.getLast4(),
                        card.getExpMonth().intValue(),
                        card.getExpYear().intValue(),
                        Instant.ofEpochSecond(intent.getCreated())));
    }
}
