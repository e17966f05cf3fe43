package health.stillwater.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Subscription;
import com.stripe.param.InvoicePayParams;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.SubscriptionSearchParams;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the pretended Stripe does when everybody behaves: cards, plans, invoices, refunds. */
class FakeStripeTests extends FakeStripeShop {

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
}
