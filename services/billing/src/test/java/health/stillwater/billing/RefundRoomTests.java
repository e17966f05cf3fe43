package health.stillwater.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Money;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.Refusal;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RefundRoomTests extends BillingRoom {

    private static final String SEND = "POST /v1/refunds";

    @Test
    void aRefundGivesBackExactlyWhatWasAsked() {
        var invoice = paysTheFirstMonth();
        refund(invoice, new Money(2550), RefundReason.DUPLICATE);
        waitUntil(() -> refundStage() == RefundStage.DONE);

        assertThat(givenBack()).isEqualTo(2550);
        assertThat(told(Refunded.class)).hasSize(1);
        assertThat(account().invoices())
                .singleElement()
                .satisfies(
                        after -> {
                            assertThat(after.refunded()).isEqualTo(new Money(2550));
                            assertThat(after.refundable()).isEqualTo(new Money(22450));
                        });
    }

    @ParameterizedTest
    @ValueSource(longs = {25_001, 1_000_000, 0, -1, Long.MIN_VALUE})
    void neverMoreThanWasPaidAndNeverNothing(long cents) {
        var invoice = paysTheFirstMonth();
        assertThatThrownBy(() -> refund(invoice, new Money(cents), RefundReason.DUPLICATE))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThat(account().refunds()).isEmpty();
        assertThat(givenBack()).isZero();
    }

    @Test
    void severalRefundsTogetherAreNeverMoreThanWasPaid() {
        var invoice = paysTheFirstMonth();
        refund(invoice, Money.dollars(200), RefundReason.DUPLICATE);
        assertThatThrownBy(() -> refund(invoice, Money.dollars(51), RefundReason.DUPLICATE))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("$50.00");
        refund(invoice, Money.dollars(50), RefundReason.DUPLICATE);
        waitUntil(() -> givenBack() == PRICE.cents());
    }

    @Test
    void manyAtOnceGiveBackNoMoreThanWasPaid() throws Exception {
        var invoice = paysTheFirstMonth();
        var taken = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(6)) {
            threads.invokeAll(
                    IntStream.rangeClosed(1, 6)
                            .mapToObj(
                                    each ->
                                            (Callable<Void>)
                                                    () -> {
                                                        try {
                                                            refund(
                                                                    invoice,
                                                                    Money.dollars(100 + each),
                                                                    RefundReason.DUPLICATE);
                                                            taken.incrementAndGet();
                                                        } catch (Refusal.Forbidden tooMuch) {
                                                            assertThat(tooMuch)
                                                                    .hasMessageContaining(
                                                                            "can be refunded");
                                                        }
                                                        return null;
                                                    })
                            .toList());
        }
        waitUntilNothingIsDue();
        assertThat(taken).hasValue(2);
        assertThat(givenBack()).isBetween(1L, PRICE.cents());
    }

    @Test
    void theSameRefundPressedTwiceIsOne() {
        var invoice = paysTheFirstMonth();
        stripe.isDown();
        refund(invoice, Money.dollars(10), RefundReason.DUPLICATE);
        assertThatThrownBy(() -> refund(invoice, Money.dollars(10), RefundReason.DUPLICATE))
                .isInstanceOf(Refusal.Overtaken.class);
        stripe.isUp();
        clock.passes(Duration.ofMinutes(5));
        waitUntil(() -> refundStage() == RefundStage.DONE);
        assertThat(givenBack()).isEqualTo(1000);
    }

    @Test
    void sentAndNotAnsweredIsFoundByAskingAndNotSentAgain() {
        var invoice = paysTheFirstMonth();
        stripe.losesWebhooks();
        long sent = asked(SEND);
        stripe.chargesThenTimesOut();
        refund(invoice, Money.dollars(10), RefundReason.DUPLICATE);
        waitUntil(() -> asked(SEND) > sent);
        waitUntilNothingIsDue();
        assertThat(refundStage()).isEqualTo(RefundStage.SENT_UNKNOWN);

        clock.passes(Duration.ofMinutes(1));
        waitUntil(() -> refundStage() == RefundStage.DONE);
        assertThat(asked(SEND)).isEqualTo(sent + 1);
        assertThat(givenBack()).isEqualTo(1000);
    }

    @Test
    void whatSurelyWasNotSentIsSentOnce() {
        var invoice = paysTheFirstMonth();
        stripe.answersNext(500);
        stripe.timesOutNext();
        refund(invoice, Money.dollars(10), RefundReason.DUPLICATE);
        for (int hour = 0; hour < 5 && refundStage() != RefundStage.DONE; hour++) {
            waitUntilNothingIsDue();
            clock.passes(Duration.ofHours(1));
        }
        waitUntil(() -> refundStage() == RefundStage.DONE);
        assertThat(givenBack()).isEqualTo(1000);
    }

    @Test
    void whatStripeRefusesMayBeAskedAgain() {
        var invoice = paysTheFirstMonth();
        stripe.answersNext(400);
        refund(invoice, PRICE, RefundReason.NO_SHOW);
        waitUntil(() -> refundStage() == RefundStage.REFUSED);
        assertThat(told(RefundFailed.class)).hasSize(1);
        assertThat(account().invoices().getFirst().refundable()).isEqualTo(PRICE);

        refund(invoice, PRICE, RefundReason.NO_SHOW);
        waitUntil(() -> givenBack() == PRICE.cents());
    }

    @Test
    void aRefundTheBankSendsBackIsOwedAgainAndWaitsForAPerson() {
        var invoice = paysTheFirstMonth();
        owed(RefundReason.PHARMACY_REJECT);
        stripe.leavesTheNextRefundPending();
        refund(invoice, PRICE, RefundReason.PHARMACY_REJECT);
        waitUntil(() -> refundStage() == RefundStage.PENDING);
        assertThat(account().owed()).isEmpty();
        assertThat(account().invoices().getFirst().refundable()).isEqualTo(Money.ZERO);

        stripe.banksReturnRefunds();
        waitUntil(() -> refundStage() == RefundStage.HUMAN);
        assertThat(account().owed())
                .singleElement()
                .extracting(OwedRefundView::reason)
                .isEqualTo(RefundReason.PHARMACY_REJECT);
        assertThat(account().invoices().getFirst().refundable()).isEqualTo(PRICE);
        assertThat(work()).anyMatch(what -> what.contains("came to nothing"));
    }

    @Test
    void aRefundTheBankTakesLaterIsDone() {
        var invoice = paysTheFirstMonth();
        stripe.leavesTheNextRefundPending();
        refund(invoice, PRICE, RefundReason.NO_SHOW);
        waitUntil(() -> refundStage() == RefundStage.PENDING);
        stripe.banksTakeRefunds();
        waitUntil(() -> refundStage() == RefundStage.DONE);
        assertThat(told(Refunded.class)).hasSize(1);
    }

    @Test
    void whatIsOwedStandsOnTheListOnceAndIsSettledByARefund() {
        var invoice = paysTheFirstMonth();
        var pharmacist = Actors.pharmacist(PharmacyId.next());
        Actors.does(pharmacist, () -> billing.oweRefund(patient, RefundReason.PHARMACY_REJECT));
        Actors.does(pharmacist, () -> billing.oweRefund(patient, RefundReason.PHARMACY_REJECT));
        waitUntil(() -> !account().owed().isEmpty());
        waitUntilNothingIsDue();
        assertThat(account().owed()).hasSize(1);
        assertThat(work()).contains("Refund owed");

        refund(invoice, PRICE, RefundReason.PHARMACY_REJECT);
        assertThat(account().owed()).isEmpty();
        assertThat(work()).doesNotContain("Refund owed");
    }

    @Test
    void aRefundForAnotherReasonLeavesWhatIsOwedOnTheList() {
        var invoice = paysTheFirstMonth();
        owed(RefundReason.PHARMACY_REJECT);
        refund(invoice, Money.dollars(1), RefundReason.DUPLICATE);
        assertThat(account().owed()).hasSize(1);
        refund(invoice, Money.dollars(249), RefundReason.PHARMACY_REJECT);
        assertThat(account().owed()).isEmpty();
    }

    @Test
    void stripeIsNotToldWhyMoneyGoesBack() {
        var invoice = paysTheFirstMonth();
        refund(invoice, PRICE, RefundReason.ADVERSE_EVENT);
        waitUntil(() -> refundStage() == RefundStage.DONE);
        assertThat(refundsAtStripe().toList().toString())
                .contains("requested_by_customer")
                .doesNotContainIgnoringCase("adverse")
                .doesNotContainIgnoringCase("safety");
    }

    private void refund(InvoiceView invoice, Money amount, RefundReason reason) {
        Actors.does(staff, () -> billing.refund(invoice.id(), amount, reason));
    }

    private void owed(RefundReason reason) {
        Actors.does(staff, () -> billing.oweRefund(patient, reason));
        waitUntil(() -> !account().owed().isEmpty());
    }

    private RefundStage refundStage() {
        return account().refunds().getFirst().stage();
    }

    private long givenBack() {
        return refundsAtStripe()
                .filter(refund -> !refund.path("status").asString("").equals("failed"))
                .mapToLong(refund -> refund.path("amount").asLong())
                .sum();
    }

    private Stream<JsonNode> refundsAtStripe() {
        var charges =
                atStripe("charge").stream().map(charge -> charge.path("id").asString("")).toList();
        return stripe.all("refund").stream()
                .filter(refund -> charges.contains(refund.path("charge").asString("")));
    }
}
