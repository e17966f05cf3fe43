package health.stillwater;

import static health.stillwater.testing.Actors.as;
import static health.stillwater.testing.Actors.does;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.billing.Billing;
import health.stillwater.billing.PlanStage;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.pharmacy.OrderProgress;
import health.stillwater.pharmacy.OrderStage;
import health.stillwater.pharmacy.PharmacyOrders;
import health.stillwater.prescribing.DecisionForm;
import health.stillwater.prescribing.DecisionView;
import health.stillwater.prescribing.NextSupply;
import health.stillwater.prescribing.PrescriberVerdict;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.prescribing.ReadyOutcome;
import health.stillwater.prescribing.SigningOutcome;
import health.stillwater.testing.Actors;
import health.stillwater.testing.TestClock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A patient whose medicine runs out asks for the next supply, and is seen again before it. */
class SecondMonthTests extends WholeSystem {

    @Autowired People people;

    @Autowired Care care;

    @Autowired Prescribing prescribing;

    @Autowired Billing billing;

    @Autowired PharmacyOrders orders;

    @Autowired TestClock clock;

    private PhysicianId physician;
    private PharmacyId pharmacy;
    private PatientId patient;

    @BeforeEach
    void aPatientWithTheirFirstSupply() {
        pharmacy = people.pharmacyIn("gulfside", UsState.FL);
        physician = people.physicianIn("Dr. Castellane", UsState.FL, UsState.FL);
        care.waitUntil(() -> people.mayPrescribe(physician, UsState.FL));
        patient = care.seen(physician, UsState.FL, Care.MIAMI_DADE);
        signs(Written.approval());
        care.waitUntil(() -> stageOfLatest() == OrderStage.SENT);
        ships();
    }

    @Test
    void nothingIsSentBeforeAPhysicianSawThemAgain() {
        assertThat(supply()).isInstanceOf(NextSupply.Later.class);
        clock.passes(Duration.ofDays(22));
        assertThat(supply()).isInstanceOf(NextSupply.Open.class);

        care.asksAgain(patient, UsState.FL, Care.MIAMI_DADE);
        assertThat(supply()).isInstanceOf(NextSupply.UnderWay.class);
        seenAgain();
        assertThat(care.ready(physician, care.requestOf(patient), Written.renewal(decision().id())))
                .as("two days before the tolerance")
                .isInstanceOf(ReadyOutcome.Invalid.class);
        assertThat(ordersOf()).hasSize(1);
    }

    @Test
    void theRenewalIsOrderedUnderThePlanThatRuns() {
        clock.passes(Duration.ofDays(25));
        care.asksAgain(patient, UsState.FL, Care.MIAMI_DADE);
        seenAgain();

        signs(Written.renewal(decision().id()));
        care.waitUntil(() -> ordersOf().size() == 2 && stageOfLatest() == OrderStage.SENT);

        assertThat(decisions())
                .extracting(DecisionView::verdict)
                .containsExactlyInAnyOrder(PrescriberVerdict.APPROVE, PrescriberVerdict.RENEW);
        assertThat(supply()).isInstanceOf(NextSupply.Later.class);
    }

    @Test
    void aNoToTheNextOneEndsThePlan() {
        clock.passes(Duration.ofDays(25));
        care.asksAgain(patient, UsState.FL, Care.MIAMI_DADE);
        seenAgain();

        signs(Written.refusal());
        care.waitUntil(() -> plan() == PlanStage.ENDING || plan() == PlanStage.CANCELED);
        assertThat(ordersOf()).hasSize(1);
    }

    private void seenAgain() {
        care.sees(physician, patient, Care.MIAMI_DADE);
    }

    private OrderStage stageOfLatest() {
        return as(Actors.patient(patient), () -> orders.of(patient)).stream()
                .max(Comparator.comparing(OrderProgress::since))
                .map(OrderProgress::stage)
                .orElse(OrderStage.PLANNED);
    }

    private void signs(DecisionForm form) {
        assertThat(care.signs(physician, care.requestOf(patient), form))
                .isInstanceOf(SigningOutcome.Signed.class);
    }

    private void ships() {
        var pharmacist = Actors.pharmacist(pharmacy);
        var order = ordersOf().getFirst().id();
        does(pharmacist, () -> orders.accept(order, pharmacy));
        does(pharmacist, () -> orders.startCompounding(order, pharmacy));
        does(pharmacist, () -> orders.ship(order, pharmacy, "UPS", "1Z999AA10123456784"));
        does(pharmacist, () -> orders.deliver(order, pharmacy, clock.instant()));
    }

    private NextSupply supply() {
        return as(Actors.patient(patient), () -> prescribing.nextSupply(patient));
    }

    private List<DecisionView> decisions() {
        return as(Actors.patient(patient), () -> prescribing.decisionsOf(patient));
    }

    private DecisionView decision() {
        return decisions().getFirst();
    }

    private PlanStage plan() {
        return as(Actors.patient(patient), () -> billing.planOf(patient)).stage();
    }

    private List<OrderProgress> ordersOf() {
        return as(Actors.patient(patient), () -> orders.of(patient));
    }
}
