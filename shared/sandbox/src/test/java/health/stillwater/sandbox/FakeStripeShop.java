package health.stillwater.sandbox;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Subscription;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.InvoiceRetrieveParams;
import com.stripe.param.ProductCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionCreateParams.Item;
import com.stripe.param.SubscriptionCreateParams.Item.PriceData;
import com.stripe.param.SubscriptionCreateParams.Item.PriceData.Recurring;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;

/** A shop with customers, at the pretended Stripe, through its real SDK. */
abstract class FakeStripeShop {

    static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    final FakeStripe fake = new FakeStripe(clock());
    final StripeClient stripe = client(fake);

    @AfterEach
    void close() {
        fake.close();
    }

    String aCustomer() throws StripeException {
        return stripe.v1().customers().create(CustomerCreateParams.builder().build()).getId();
    }

    String aCustomerWith(String card) throws StripeException {
        var customer = aCustomer();
        saveCard(customer, card);
        return customer;
    }

    String saveCard(String customer, String card) throws StripeException {
        return cardOf(fake.typesCard(URI.create(aSession(customer).getUrl()), card)).getId();
    }

    com.stripe.model.checkout.Session aSession(String customer) throws StripeException {
        var params =
                SessionCreateParams.builder()
                        .setMode(SessionCreateParams.Mode.SETUP)
                        .setCustomer(customer)
                        .setCurrency("usd")
                        .setSuccessUrl("https://stillwater.example/saved?s={CHECKOUT_SESSION_ID}")
                        .setCancelUrl("https://stillwater.example/card")
                        .build();
        return stripe.v1().checkout().sessions().create(params);
    }

    PaymentMethod cardOf(URI back) throws StripeException {
        var session = back.getQuery().substring(2);
        var expand =
                SessionRetrieveParams.builder().addExpand("setup_intent.payment_method").build();
        return stripe.v1()
                .checkout()
                .sessions()
                .retrieve(session, expand)
                .getSetupIntentObject()
                .getPaymentMethodObject();
    }

    Subscription subscribe(String id, String customer) throws StripeException {
        if (fake.all("product").isEmpty()) {
            var shelf =
                    ProductCreateParams.builder().setId("membership").setName("Membership").build();
            stripe.v1().products().create(shelf);
        }
        var price =
                PriceData.builder()
                        .setCurrency("usd")
                        .setProduct("membership")
                        .setUnitAmount(25_000L)
                        .setRecurring(
                                Recurring.builder().setInterval(Recurring.Interval.MONTH).build())
                        .build();
        var card = stripe.v1().customers().paymentMethods().list(customer).getData().getFirst();
        var params =
                SubscriptionCreateParams.builder()
                        .setCustomer(customer)
                        .setDefaultPaymentMethod(card.getId())
                        .addItem(Item.builder().setPriceData(price).build())
                        .putMetadata("subscription", id)
                        .build();
        var key = RequestOptions.builder().setIdempotencyKey("subscription-" + id).build();
        return stripe.v1().subscriptions().create(params, key);
    }

    Invoice latest(Subscription subscription) throws StripeException {
        var now = stripe.v1().subscriptions().retrieve(subscription.getId());
        var expand = InvoiceRetrieveParams.builder().addExpand("payments").build();
        return stripe.v1().invoices().retrieve(now.getLatestInvoice(), expand);
    }

    String intentOf(Subscription subscription) throws StripeException {
        return latest(subscription)
                .getPayments()
                .getData()
                .getFirst()
                .getPayment()
                .getPaymentIntent();
    }

    com.stripe.model.Refund refund(String intent, long amount) throws StripeException {
        var params =
                RefundCreateParams.builder().setPaymentIntent(intent).setAmount(amount).build();
        return stripe.v1().refunds().create(params);
    }

    void passes(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
    }

    static StripeClient client(FakeStripe fake) {
        return StripeClient.builder()
                .setApiKey("sk_test_sandbox")
                .setApiBase(fake.address().toString())
                .setReadTimeout(3000)
                .setMaxNetworkRetries(0)
                .build();
    }
}
