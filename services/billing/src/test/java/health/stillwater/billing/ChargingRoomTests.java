package health.stillwater.billing;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.sandbox.FakeStripe;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ChargingRoomTests extends BillingRoom {

    @Test
    void savingACardChargesNothing() {
        savesCard(FakeStripe.GOOD_CARD);

        assertThat(atStripe("charge")).isEmpty();
        assertThat(atStripe("subscription")).isEmpty();
        assertThat(account().card()).isEqualTo(new CardView(true, "visa", "4242", "04/2031"));
        assertThat(planStage()).isEqualTo(PlanStage.NOTHING_YET);
        assertThat(told(CardSaved.class)).hasSize(1);
    }

    @Test
    void anApprovedDecisionIsChargedOnceAndThenTheOrderMayGoOut() {
        savesCard(FakeStripe.GOOD_CARD);
        var decision = approved();
        waitUntil(() -> !told(FirstInvoicePaid.class).isEmpty());
        waitUntilNothingIsDue();

        assertThat(takenFromTheCard()).isEqualTo(PRICE.cents());
        assertThat(stage()).isEqualTo(Stage.ACTIVE);
        assertThat(told(FirstInvoicePaid.class))
                .singleElement()
                .satisfies(
                        paid -> {
                            assertThat(paid.decision()).isEqualTo(decision.decision());
                            assertThat(paid.request()).isEqualTo(decision.request());
                        });
        assertThat(account().invoices())
                .singleElement()
                .satisfies(
                        invoice -> {
                            assertThat(invoice.stage()).isEqualTo(InvoiceStage.PAID);
                            assertThat(invoice.paid()).isEqualTo(PRICE);
                            assertThat(invoice.refundable()).isEqualTo(PRICE);
                        });
    }

    @Test
    void forADeclinedDecisionNothingIsCharged() {
        savesCard(FakeStripe.GOOD_CARD);
        var decision = declined();
        happens(decision);
        waitUntilAllNewsIsHeard();
        waitUntilNothingIsDue();
        clock.passes(Duration.ofDays(2));
        waitUntilNothingIsDue();

        assertThat(atStripe("subscription")).isEmpty();
        assertThat(atStripe("charge")).isEmpty();
        assertThat(planStage()).isEqualTo(PlanStage.NOT_CHARGED);
        assertThat(told(NothingCharged.class)).hasSize(1);
        assertThat(told(FirstInvoicePaid.class)).isEmpty();
    }

    @Test
    void newsHeardTwiceMakesOnePlan() {
        savesCard(FakeStripe.GOOD_CARD);
        var news = approved();
        waitUntil(() -> !told(FirstInvoicePaid.class).isEmpty());
        happens(news);
        waitUntilAllNewsIsHeard();
        waitUntilNothingIsDue();

        assertThat(atStripe("subscription")).hasSize(1);
        assertThat(takenFromTheCard()).isEqualTo(PRICE.cents());
        assertThat(told(FirstInvoicePaid.class)).hasSize(1);
    }

    @Test
    void twoDecisionsAtOnceMakeOnePlanThatCoversBoth() throws Exception {
        savesCard(FakeStripe.GOOD_CARD);
        var both = List.of(decision(), decision());
        try (var threads = Executors.newFixedThreadPool(2)) {
            threads.invokeAll(
                    both.stream()
                            .map(
                                    news ->
                                            (Callable<Void>)
                                                    () -> {
                                                        happens(news);
                                                        return null;
                                                    })
                            .toList());
        }
        whoeverWasSlowerIsToldAgain();
        waitUntil(() -> told(FirstInvoicePaid.class).size() == 2);
        waitUntilNothingIsDue();

        assertThat(atStripe("subscription")).hasSize(1);
        assertThat(takenFromTheCard()).isEqualTo(PRICE.cents());
    }

    @Test
    void aSecondDecisionInAPaidMonthIsCoveredAndNotChargedAgain() {
        paysTheFirstMonth();
        var second = approved();
        waitUntil(() -> told(FirstInvoicePaid.class).size() == 2);
        waitUntilNothingIsDue();

        assertThat(told(FirstInvoicePaid.class))
                .last()
                .extracting(FirstInvoicePaid::decision)
                .isEqualTo(second.decision());
        assertThat(takenFromTheCard()).isEqualTo(PRICE.cents());
        assertThat(atStripe("subscription")).hasSize(1);
    }

    @Test
    void anApprovalWithoutACardWaitsForOne() {
        approved();
        waitUntilAllNewsIsHeard();
        waitUntilNothingIsDue();
        assertThat(planStage()).isEqualTo(PlanStage.WAITING_FOR_CARD);

        savesCard(FakeStripe.GOOD_CARD);
        waitUntil(() -> told(FirstInvoicePaid.class).size() == 1);
        assertThat(takenFromTheCard()).isEqualTo(PRICE.cents());
    }

    @Test
    void aDeclinedFirstChargeSendsNothingOutUntilAnotherCardPays() {
        savesCard(FakeStripe.CARD_DECLINED_AT_CHARGING);
        approved();
        waitUntil(() -> planStage() == PlanStage.PAST_DUE);
        waitUntilNothingIsDue();
        assertThat(told(FirstInvoicePaid.class)).isEmpty();
        assertThat(told(ChargeFailed.class)).hasSize(1);
        assertThat(takenFromTheCard()).isZero();
        assertThat(work()).contains("Payment failed");

        savesAnotherCard();
        waitUntil(() -> told(FirstInvoicePaid.class).size() == 1);
        waitUntilNothingIsDue();
        assertThat(takenFromTheCard()).isEqualTo(PRICE.cents());
        assertThat(stage()).isEqualTo(Stage.ACTIVE);
        assertThat(work()).doesNotContain("Payment failed");
    }

    @Test
    void aFirstChargeThatWasNeverMadeGoodLapsesAndBeginsAgainWithANewCard() {
        savesCard(FakeStripe.CARD_DECLINED_AT_CHARGING);
        approved();
        waitUntil(() -> planStage() == PlanStage.PAST_DUE);
        clock.passes(Duration.ofHours(24));
        stripe.timePasses();
        waitUntil(() -> stage() == Stage.CANCELED);
        assertThat(planStage()).isEqualTo(PlanStage.PAST_DUE);

        savesAnotherCard();
        waitUntil(() -> told(FirstInvoicePaid.class).size() == 1);
        waitUntilNothingIsDue();
        assertThat(takenFromTheCard()).isEqualTo(PRICE.cents());
        assertThat(stage()).isEqualTo(Stage.ACTIVE);
    }

    @Test
    void theNextMonthIsTakenByStripeAndTellsNoSecondTimeThatAnOrderMayGo() {
        paysTheFirstMonth();
        clock.passes(Duration.ofDays(32));
        stripe.timePasses();
        waitUntil(() -> account().invoices().size() == 2);
        waitUntilNothingIsDue();

        assertThat(takenFromTheCard()).isEqualTo(2 * PRICE.cents());
        assertThat(told(FirstInvoicePaid.class)).hasSize(1);
    }

    @Test
    void stripeIsToldNothingOfTheTreatmentAndNoName() {
        paysTheFirstMonth();
        for (var kind : new String[] {"subscription", "invoice", "charge", "payment_intent"}) {
            assertThat(atStripe(kind).toString())
                    .doesNotContainIgnoringCase("ketamine")
                    .doesNotContain("Delgado", patient.toString());
        }
        assertThat(stripe.all("customer").toString()).doesNotContain("Delgado", patient.toString());
    }

    private void whoeverWasSlowerIsToldAgain() {
        waitUntil(
                () -> {
                    clock.passes(Duration.ofSeconds(5));
                    return count(
                                    "select count(*) from events.event_publication where"
                                            + " completion_date is null")
                            == 0;
                });
    }

    private void savesAnotherCard() {
        typesCard(FakeStripe.GOOD_MASTERCARD);
        waitUntil(() -> "4444".equals(account().card().last4()));
    }
}
