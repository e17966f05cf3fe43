package health.stillwater.billing;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.sandbox.FakeStripe;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChargingRoomTests extends BillingRoom {

    private static final String START = "POST /v1/subscriptions";
    private static final String ASK = "GET /v1/subscriptions";

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
    void newsHeardTwiceAndAtOnceMakesOnePlan() throws Exception {
        savesCard(FakeStripe.GOOD_CARD);
        var news = approved();
        try (var threads = Executors.newFixedThreadPool(4)) {
            threads.invokeAll(
                    IntStream.range(0, 4)
                            .mapToObj(
                                    _ ->
                                            (Callable<Void>)
                                                    () -> {
                                                        happens(news);
                                                        return null;
                                                    })
                            .toList());
        }
        whoeverWasSlowerIsToldAgain();
        waitUntil(() -> !told(FirstInvoicePaid.class).isEmpty());
        waitUntilNothingIsDue();

        assertThat(atStripe("subscription")).hasSize(1);
        assertThat(takenFromTheCard()).isEqualTo(PRICE.cents());
        assertThat(told(FirstInvoicePaid.class)).hasSize(1);
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
    void chargedAndNotAnsweredIsFoundByAskingAndNeverChargedBlindly() {
        savesCard(FakeStripe.GOOD_CARD);
        stripe.losesWebhooks();
        long started = asked(START);
        long askedBefore = asked(ASK);
        stripe.chargesThenTimesOut();
        approved();
        waitUntil(() -> asked(START) > started);
        waitUntilNothingIsDue();
        assertThat(planStage()).isEqualTo(PlanStage.STARTING);
        assertThat(told(FirstInvoicePaid.class)).isEmpty();

        clock.passes(Duration.ofMinutes(1));
        waitUntil(() -> told(FirstInvoicePaid.class).size() == 1);
        waitUntilNothingIsDue();
        assertThat(asked(START)).isEqualTo(started + 1);
        assertThat(asked(ASK)).isGreaterThan(askedBefore);
        assertThat(takenFromTheCard()).isEqualTo(PRICE.cents());
        assertThat(atStripe("subscription")).hasSize(1);
    }

    @Test
    void aReplyThatBrokeOffIsFoundByAsking() {
        savesCard(FakeStripe.GOOD_CARD);
        stripe.losesWebhooks();
        long started = asked(START);
        stripe.chargesThenBreaksTheReply();
        approved();
        waitUntil(() -> asked(START) > started);
        waitUntilNothingIsDue();
        clock.passes(Duration.ofMinutes(1));
        waitUntil(() -> told(FirstInvoicePaid.class).size() == 1);
        waitUntilNothingIsDue();

        assertThat(asked(START)).isEqualTo(started + 1);
        assertThat(takenFromTheCard()).isEqualTo(PRICE.cents());
    }

    @Test
    void whatSurelyDidNotHappenIsDoneOnceLater() {
        savesCard(FakeStripe.GOOD_CARD);
        stripe.timesOutNext();
        stripe.answersNext(500);
        stripe.answersNext(429);
        approved();
        waitUntilAllNewsIsHeard();
        for (int hour = 0; hour < 6 && told(FirstInvoicePaid.class).isEmpty(); hour++) {
            waitUntilNothingIsDue();
            clock.passes(Duration.ofHours(1));
        }
        waitUntil(() -> told(FirstInvoicePaid.class).size() == 1);
        waitUntilNothingIsDue();

        assertThat(takenFromTheCard()).isEqualTo(PRICE.cents());
        assertThat(atStripe("subscription")).hasSize(1);
    }

    @Test
    void whileStripeIsAwayNothingIsLostAndNothingIsDoneTwice() {
        savesCard(FakeStripe.GOOD_CARD);
        stripe.isDown();
        approved();
        waitUntilAllNewsIsHeard();
        waitUntilNothingIsDue();
        clock.passes(Duration.ofMinutes(45));
        waitUntilNothingIsDue();
        assertThat(planStage()).isEqualTo(PlanStage.STARTING);
        assertThat(work()).contains("No sure answer from Stripe about a membership");

        stripe.isUp();
        clock.passes(Duration.ofHours(1));
        waitUntil(() -> told(FirstInvoicePaid.class).size() == 1);
        waitUntilNothingIsDue();
        assertThat(takenFromTheCard()).isEqualTo(PRICE.cents());
    }

    @Test
    void aRefusedRequestStopsAndWaitsForAPerson() {
        savesCard(FakeStripe.GOOD_CARD);
        stripe.answersNext(400);
        approved();
        waitUntil(() -> stage() == Stage.REFUSED);
        waitUntilNothingIsDue();

        assertThat(planStage()).isEqualTo(PlanStage.WITH_OUR_STAFF);
        assertThat(told(SubscriptionRefused.class)).hasSize(1);
        assertThat(takenFromTheCard()).isZero();
        assertThat(work()).anyMatch(what -> what.startsWith("Stripe refused to start"));
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
                                    "select count(*) from events.event_publication where completion_date is null")
                            == 0;
                });
    }

    private void savesAnotherCard() {
        typesCard(FakeStripe.GOOD_MASTERCARD);
        waitUntil(() -> "4444".equals(account().card().last4()));
    }

    private List<String> work() {
        return Actors.as(staff, billing::work).stream()
                .filter(row -> patient.equals(row.patient()))
                .map(WorkRow::what)
                .toList();
    }
}
