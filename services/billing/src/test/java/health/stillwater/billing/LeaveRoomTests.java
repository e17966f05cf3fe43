package health.stillwater.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Money;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.PrescriptionApproved;
import health.stillwater.sandbox.FakeStripe;
import health.stillwater.testing.Actors;
import health.stillwater.testing.DueTasks;
import health.stillwater.testing.RoomTest;
import health.stillwater.testing.TestClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Leaving, on a real database and with Stripe as the sandbox pretends it. */
@RoomTest
@Import(LeaveRoomTests.Stripe.class)
class LeaveRoomTests {

    private static final URI BACK = URI.create("http://localhost/patient/card");

    @TestConfiguration(proxyBeanMethods = false)
    static class Stripe {

        @Bean
        static FakeStripe pretendedStripe(TestClock clock) {
            return new FakeStripe(clock);
        }

        @Bean
        static DynamicPropertyRegistrar whereItIs(FakeStripe stripe) {
            return registry -> {
                registry.add("stillwater.stripe.base", stripe::address);
                registry.add("stillwater.stripe.api-key", () -> "sk_test_sandbox");
                registry.add("stillwater.stripe.webhook-secrets", () -> "whsec_sandbox");
                registry.add("stillwater.enrollment.identity.url", () -> "http://localhost:9");
                registry.add(
                        "stillwater.enrollment.identity.webhook-secret",
                        () -> "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
            };
        }
    }

    @Autowired Billing billing;

    @Autowired CardFile cards;

    @Autowired CardDesk desk;

    @Autowired StripeCards stripeCards;

    @Autowired PlanFile plans;

    @Autowired LeaveBook leaves;

    @Autowired Scheduler tasks;

    @Autowired FakeStripe stripe;

    @Autowired TestClock clock;

    private PatientId patient;

    @BeforeEach
    void somebodyNew() {
        patient = PatientId.next();
        stripe.isUp();
        stripe.behaves();
    }

    @Test
    void aPaidMonthRunsToItsEndAndNothingIsChargedAfterIt(AssertablePublishedEvents published) {
        member(FakeStripe.GOOD_CARD);
        var before = stripe.charged();

        does(() -> billing.endMembership(patient));

        assertThat(plan().stage()).isEqualTo(PlanStage.ENDING);
        assertThat(plan().nextCharge()).isNull();
        assertThat(plan().endsAt()).isAfter(clock.instant());
        assertThat(published)
                .contains(MembershipEndAsked.class)
                .matching(MembershipEndAsked::subject, patient);
        waitUntil(this::stripeWillEndIt);

        clock.passes(Duration.ofDays(33));
        stripe.timePasses();
        waitUntil(() -> plan().stage() == PlanStage.CANCELED);
        assertThat(stripe.charged()).isEqualTo(before);
    }

    @Test
    void askedTwiceItIsTheSame() {
        member(FakeStripe.GOOD_CARD);
        does(() -> billing.endMembership(patient));
        does(() -> billing.endMembership(patient));
        waitUntil(this::stripeWillEndIt);
        assertThat(notes())
                .containsOnlyOnce(
                        "The membership was ended: it runs to the end of the month paid for");
    }

    @Test
    void aFirstPaymentThatNeverWentThroughIsNotTriedAgainWithANewCard() {
        member(FakeStripe.CARD_DECLINED_AT_CHARGING);
        assertThat(plan().stage()).isEqualTo(PlanStage.PAST_DUE);

        does(() -> billing.endMembership(patient));
        assertThat(plan().stage()).isEqualTo(PlanStage.CANCELED);
        waitUntil(() -> notes().contains("The membership was ended"));

        savesCard(FakeStripe.GOOD_CARD);
        tasks.triggerCheckForDueExecutions();
        assertThat(plan().stage()).isEqualTo(PlanStage.CANCELED);
        assertThat(plan().paid()).isEqualTo(Money.ZERO);
    }

    @Test
    void stripeBeingDownOnlyDelaysIt() {
        member(FakeStripe.GOOD_CARD);
        stripe.isDown();
        does(() -> billing.endMembership(patient));
        tasks.triggerCheckForDueExecutions();
        assertThat(plan().stage()).isEqualTo(PlanStage.ENDING);

        stripe.isUp();
        waitUntil(
                () -> {
                    clock.passes(Duration.ofSeconds(15));
                    return stripeWillEndIt();
                });
    }

    @Test
    void whereNothingRunsNothingCanBeEnded() {
        assertThatThrownBy(() -> does(() -> billing.endMembership(patient)))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("no membership");
    }

    @Test
    void nobodyEndsTheMembershipOfAnother() {
        member(FakeStripe.GOOD_CARD);
        assertThatThrownBy(
                        () ->
                                Actors.does(
                                        Actors.patient(PatientId.next()),
                                        () -> billing.endMembership(patient)))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThat(plan().stage()).isEqualTo(PlanStage.ACTIVE);
    }

    @Test
    void aTreatmentThatWasStoppedIsNotChargedForAgain() {
        member(FakeStripe.GOOD_CARD);
        Actors.asTheProgram(() -> leaves.treatmentStopped(patient));
        assertThat(plan().stage()).isEqualTo(PlanStage.ENDING);
        waitUntil(this::stripeWillEndIt);
    }

    @Test
    void aPlanThatStripeNeverHeardOfIsDroppedAndNoNewCardBeginsIt() {
        Actors.asTheProgram(() -> cards.open(patient, "rosa@example.org"));
        Actors.asTheProgram(() -> plans.approved(approved()));
        Actors.asTheProgram(() -> leaves.treatmentStopped(patient));
        assertThat(plan().stage()).isEqualTo(PlanStage.CANCELED);
        savesCard(FakeStripe.GOOD_CARD);
        tasks.triggerCheckForDueExecutions();
        assertThat(plan().stage()).isEqualTo(PlanStage.CANCELED);
        assertThat(plan().paid()).isEqualTo(Money.ZERO);
    }

    /** A card is saved, a prescription approved, and the first month charged or declined. */
    private void member(String card) {
        savesCard(card);
        Actors.asTheProgram(() -> plans.approved(approved()));
        waitUntil(() -> plan().stage() == PlanStage.ACTIVE || plan().stage() == PlanStage.PAST_DUE);
    }

    private PrescriptionApproved approved() {
        return new PrescriptionApproved(
                DecisionId.next(),
                RequestId.next(),
                patient,
                PhysicianId.next(),
                PharmacyId.next(),
                clock.instant());
    }

    private void savesCard(String number) {
        var page =
                as(
                        () -> {
                            var account = cards.open(patient, "rosa@example.org");
                            if (account.customer().isEmpty()) {
                                cards.isAtStripe(
                                        patient,
                                        told(stripeCards.openCustomer(account.reference())));
                            }
                            var customer =
                                    cards.open(patient, "rosa@example.org")
                                            .customer()
                                            .orElseThrow();
                            var opened =
                                    told(
                                            stripeCards.openPage(
                                                    customer, account.reference(), BACK, BACK));
                            cards.sentTo(patient, opened.session());
                            return opened.address();
                        });
        stripe.typesCard(page, number);
        assertThat(as(() -> desk.askAbout(patient))).isTrue();
        assertThat(as(() -> billing.cardOnFile(patient))).isTrue();
    }

    private static <T> T told(StripeReply<T> reply) {
        return ((StripeReply.Told<T>) reply).what();
    }

    private boolean stripeWillEndIt() {
        return stripe.all("subscription").stream()
                .anyMatch(
                        one ->
                                one.path("cancel_at_period_end").asBoolean()
                                        && one.path("id")
                                                .asString()
                                                .equals(account().subscription()));
    }

    private AccountView account() {
        return Actors.as(Actors.staff(Actor.Kind.BILLING), () -> billing.account(patient));
    }

    private List<String> notes() {
        return account().timeline().stream().map(TimelineRow::words).toList();
    }

    private PlanView plan() {
        return as(() -> billing.planOf(patient));
    }

    private <T> T as(Supplier<T> work) {
        return Actors.as(Actors.patient(patient), work::get);
    }

    private void does(Runnable work) {
        Actors.does(Actors.patient(patient), work);
    }

    private void waitUntil(BooleanSupplier so) {
        DueTasks.runUntil(tasks, clock, so);
    }
}
