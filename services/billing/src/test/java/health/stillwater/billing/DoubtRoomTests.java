package health.stillwater.billing;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.sandbox.FakeStripe;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What Stripe did not answer, and what nobody told us. */
class DoubtRoomTests extends BillingRoom {

    private static final String START = "POST /v1/subscriptions";
    private static final String ASK = "GET /v1/subscriptions";

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
    void aWebhookThatNeverCameIsMadeUpForByAsking() {
        paysTheFirstMonth();
        typesCard(FakeStripe.CARD_DECLINED_AT_CHARGING);
        waitUntil(() -> "0341".equals(account().card().last4()));
        waitUntilNothingIsDue();
        stripe.losesWebhooks();
        clock.passes(Duration.ofDays(32));
        stripe.timePasses();
        waitUntil(() -> stage() == Stage.PAST_DUE);
        assertThat(told(ChargeFailed.class)).hasSize(1);
        assertThat(takenFromTheCard()).isEqualTo(PRICE.cents());
    }

    @Test
    void aSavedCardOfWhichNobodyToldUsIsFoundByAsking() {
        stripe.losesWebhooks();
        typesCard(FakeStripe.GOOD_CARD);
        assertThat(asPatient(() -> billing.planOf(patient)).card().onFile()).isFalse();
        assertThat(asPatient(() -> billing.cardOf(patient)).last4()).isEqualTo("4242");
    }
}
