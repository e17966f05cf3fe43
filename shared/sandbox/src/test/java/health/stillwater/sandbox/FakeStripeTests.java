package health.stillwater.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Subscription;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.InvoicePayParams;
import com.stripe.param.InvoiceRetrieveParams;
import com.stripe.param.ProductCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionCreateParams.Item;
import com.stripe.param.SubscriptionCreateParams.Item.PriceData;
import com.stripe.param.SubscriptionCreateParams.Item.PriceData.Recurring;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.SubscriptionSearchParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pretended Stripe, asked by the real SDK. */
class FakeStripeTests {

    static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    final FakeStripe fake = new FakeStripe(clock());
    final StripeClient stripe = client(fake);

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void savesACardAndChargesNothing() throws StripeException {
        var customer = aCustomer();
        var page = aSession(customer).getUrl();

        var back = fake.typesCard(URI.create(page), FakeStripe.GOOD_CARD);

        assertThat(back).asString().startsWith("https://stillwater.example/saved?s=cs_test_");
        var card = cardOf(back);
        assertThat(card.getCard().getLast4()).isEqualTo("4242");
        assertThat(card.getCard().getBrand()).isEqualTo("visa");
        assertThat(fake.charged()).isZero();
        assertThat(fake.typesCard(URI.create(page), FakeStripe.GOOD_CARD)).isNull();
    }

    @Test
    void refusesACardThatTheBankDeclinesOrNobodyKnows() throws StripeException {
        var page = URI.create(aSession(aCustomer()).getUrl());

        assertThat(fake.typesCard(page, FakeStripe.CARD_DECLINED_AT_SAVING)).isNull();
        assertThat(fake.typesCard(page, "4111111111111111")).isNull();
        assertThat(fake.all("payment_method")).isEmpty();
    }

    @Test
    void startsASubscriptionInTheShapeTheSdkReads() throws StripeException {
        var subscription = subscribe("one", aCustomerWith(FakeStripe.GOOD_CARD));

        assertThat(subscription.getStatus()).isEqualTo("active");
        assertThat(subscription.getItems().getData().getFirst().getCurrentPeriodEnd())
                .isEqualTo(Instant.parse("2026-12-24T17:00:00Z").getEpochSecond());
        var invoice = latest(subscription);
        assertThat(invoice.getStatus()).isEqualTo("paid");
        assertThat(invoice.getAmountPaid()).isEqualTo(25_000);
        assertThat(invoice.getParent().getSubscriptionDetails().getSubscription())
                .isEqualTo(subscription.getId());
        assertThat(invoice.getPayments().getData().getFirst().getPayment().getPaymentIntent())
                .startsWith("pi_");
        assertThat(fake.charged()).isEqualTo(25_000);
    }

    @Test
    void leavesASubscriptionIncompleteWhenTheCardIsDeclinedAndLetsItBePaidLater()
            throws StripeException {
        var customer = aCustomerWith(FakeStripe.CARD_DECLINED_AT_CHARGING);
        var subscription = subscribe("one", customer);
        assertThat(subscription.getStatus()).isEqualTo("incomplete");
        var invoice = latest(subscription);
        assertThatThrownBy(() -> stripe.v1().invoices().pay(invoice.getId()))
                .isInstanceOf(CardException.class);

        var other = saveCard(customer, FakeStripe.GOOD_CARD);
        var pay = InvoicePayParams.builder().setPaymentMethod(other).build();
        assertThat(stripe.v1().invoices().pay(invoice.getId(), pay).getStatus()).isEqualTo("paid");

        assertThat(stripe.v1().subscriptions().retrieve(subscription.getId()).getStatus())
                .isEqualTo("active");
        assertThat(fake.charged()).isEqualTo(25_000);
    }

    @Test
    void givesUpAFirstChargeAfterTwentyThreeHours() throws StripeException {
        var subscription = subscribe("one", aCustomerWith(FakeStripe.CARD_DECLINED_AT_CHARGING));

        passes(Duration.ofHours(23));

        assertThat(stripe.v1().subscriptions().retrieve(subscription.getId()).getStatus())
                .isEqualTo("incomplete_expired");
        assertThat(latest(subscription).getStatus()).isEqualTo("void");
    }

    @Test
    void renewsEveryMonthByTheClock() throws StripeException {
        var subscription = subscribe("one", aCustomerWith(FakeStripe.GOOD_CARD));

        passes(Duration.ofDays(31));

        assertThat(latest(subscription).getBillingReason()).isEqualTo("subscription_cycle");
        assertThat(fake.charged()).isEqualTo(50_000);
    }

    @Test
    void findsASubscriptionByCustomerAndByMetadata() throws StripeException {
        var customer = aCustomerWith(FakeStripe.GOOD_CARD);
        var subscription = subscribe("one", customer);
        subscribe("two", aCustomerWith(FakeStripe.GOOD_CARD));

        var byCustomer = SubscriptionListParams.builder().setCustomer(customer).build();
        var byMetadata =
                SubscriptionSearchParams.builder()
                        .setQuery("metadata['subscription']:'one'")
                        .build();

        assertThat(stripe.v1().subscriptions().list(byCustomer).getData())
                .extracting(Subscription::getId)
                .containsExactly(subscription.getId());
        assertThat(stripe.v1().subscriptions().search(byMetadata).getData())
                .extracting(Subscription::getId)
                .containsExactly(subscription.getId());
    }

    @Test
    void answersTheSameKeyWithTheSameAnswerAndRefusesOtherWordsUnderIt() throws StripeException {
        var customer = aCustomerWith(FakeStripe.GOOD_CARD);

        var first = subscribe("one", customer);
        var again = subscribe("one", customer);

        assertThat(again.getId()).isEqualTo(first.getId());
        assertThat(again.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .contains("true");
        assertThat(fake.all("subscription")).hasSize(1);
        var elsewhere = aCustomerWith(FakeStripe.GOOD_CARD);
        assertThatThrownBy(() -> subscribe("one", elsewhere))
                .isInstanceOf(IdempotencyException.class);
    }

    @Test
    void forgetsAKeyAfterADay() throws StripeException {
        var customer = aCustomerWith(FakeStripe.GOOD_CARD);
        subscribe("one", customer);

        passes(Duration.ofHours(25));
        subscribe("one", customer);

        assertThat(fake.all("subscription")).hasSize(2);
    }

    @Test
    void failsAsTold() throws StripeException {
        var customer = aCustomerWith(FakeStripe.GOOD_CARD);

        fake.answersNext(429);
        assertThatThrownBy(() -> subscribe("one", customer)).isInstanceOf(RateLimitException.class);
        assertThat(subscribe("one", customer).getStatus())
                .as("a 429 is not kept")
                .isEqualTo("active");

        fake.answersNext(500);
        assertThatThrownBy(() -> subscribe("two", customer)).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> subscribe("two", customer))
                .as("a 500 is kept")
                .isInstanceOf(ApiException.class);
        assertThat(fake.all("subscription")).hasSize(1);

        fake.timesOutNext();
        assertThatThrownBy(() -> subscribe("three", customer))
                .isInstanceOf(ApiConnectionException.class);
        assertThat(fake.all("subscription")).hasSize(1);

        fake.isDown();
        assertThatThrownBy(() -> stripe.v1().customers().retrieve(customer))
                .isInstanceOf(ApiException.class);
        fake.isUp();
    }

    @Test
    void chargesAndBreaksTheReply() throws StripeException {
        var customer = aCustomerWith(FakeStripe.GOOD_CARD);

        fake.chargesThenBreaksTheReply();
        assertThatThrownBy(() -> subscribe("one", customer))
                .isInstanceOf(ApiConnectionException.class);
        fake.chargesThenTimesOut();
        assertThatThrownBy(() -> subscribe("two", customer))
                .isInstanceOf(ApiConnectionException.class);

        assertThat(fake.charged()).isEqualTo(50_000);
        assertThat(subscribe("one", customer).getStatus()).isEqualTo("active");
        assertThat(fake.charged()).as("the key replays").isEqualTo(50_000);
    }

    @Test
    void declinesTheNextChargeOnly() throws StripeException {
        var customer = aCustomerWith(FakeStripe.GOOD_CARD);

        fake.declinesTheNextCharge();

        assertThat(subscribe("one", customer).getStatus()).isEqualTo("incomplete");
        assertThat(subscribe("two", customer).getStatus()).isEqualTo("active");
    }

    @Test
    void refundsNoMoreThanWasPaid() throws StripeException {
        var intent = intentOf(subscribe("one", aCustomerWith(FakeStripe.GOOD_CARD)));

        assertThat(refund(intent, 20_000).getStatus()).isEqualTo("succeeded");
        assertThatThrownBy(() -> refund(intent, 5_001)).isInstanceOf(InvalidRequestException.class);
        assertThat(refund(intent, 5_000).getStatus()).isEqualTo("succeeded");
        assertThatThrownBy(() -> refund(intent, 1)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void goesOnWhereItStoodAfterARestart(@TempDir Path home) throws StripeException {
        var file = home.resolve("stripe.json");
        String customer;
        try (var first = new FakeStripe(0, clock(), file)) {
            var before = CustomerCreateParams.builder().putMetadata("account", "a").build();
            customer = client(first).v1().customers().create(before).getId();
        }
        try (var second = new FakeStripe(0, clock(), file)) {
            var found = client(second).v1().customers().retrieve(customer);
            assertThat(found.getMetadata()).containsEntry("account", "a");
        }
    }

    @Test
    void refusesWhoHasNoKey() {
        var stranger =
                StripeClient.builder()
                        .setApiKey("nobody")
                        .setApiBase(fake.address().toString())
                        .build();

        assertThatThrownBy(() -> stranger.v1().customers().list())
                .isInstanceOf(com.stripe.exception.AuthenticationException.class);
    }

    private String aCustomer() throws StripeException {
        return stripe.v1().customers().create(CustomerCreateParams.builder().build()).getId();
    }

    private String aCustomerWith(String card) throws StripeException {
        var customer = aCustomer();
        saveCard(customer, card);
        return customer;
    }

    private String saveCard(String customer, String card) throws StripeException {
        return cardOf(fake.typesCard(URI.create(aSession(customer).getUrl()), card)).getId();
    }

    private com.stripe.model.checkout.Session aSession(String customer) throws StripeException {
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

    private PaymentMethod cardOf(URI back) throws StripeException {
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

    private Subscription subscribe(String id, String customer) throws StripeException {
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

    private Invoice latest(Subscription subscription) throws StripeException {
        var now = stripe.v1().subscriptions().retrieve(subscription.getId());
        var expand = InvoiceRetrieveParams.builder().addExpand("payments").build();
        return stripe.v1().invoices().retrieve(now.getLatestInvoice(), expand);
    }

    private String intentOf(Subscription subscription) throws StripeException {
        return latest(subscription)
                .getPayments()
                .getData()
                .getFirst()
                .getPayment()
                .getPaymentIntent();
    }

    private com.stripe.model.Refund refund(String intent, long amount) throws StripeException {
        var params =
                RefundCreateParams.builder().setPaymentIntent(intent).setAmount(amount).build();
        return stripe.v1().refunds().create(params);
    }

    private void passes(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private Clock clock() {
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

    private static StripeClient client(FakeStripe fake) {
        return StripeClient.builder()
                .setApiKey("sk_test_sandbox")
                .setApiBase(fake.address().toString())
                .setReadTimeout(700)
                .setMaxNetworkRetries(0)
                .build();
    }
}
