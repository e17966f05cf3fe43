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
import health.stillwater.pharmacy.OrderId;
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

    @BeforeEach
    void aPractice() {
        pharmacy = people.pharmacyIn("gulfside", UsState.FL);
        physician = people.physicianIn("Dr. Castellane", UsState.FL, UsState.FL);
        care.waitUntil(() -> people.mayPrescribe(physician, UsState.FL));
    }

    /** Time passes once for all of them: the temporary rule of the law ends soon. */
    @Test
    void aMonthLater() {
        var early = treated();
        var renewed = treated();
        var refused = treated();
        assertThat(supply(early)).isInstanceOf(NextSupply.Later.class);

        clock.passes(Duration.ofDays(22));
        nothingIsSignedBeforeTheSupplyIsNearlyUsedUp(early);
        clock.passes(Duration.ofDays(4));
        theRenewalIsOrderedUnderThePlanThatRuns(renewed);
        aNoToTheNextOneEndsThePlan(refused);
    }

    private void nothingIsSignedBeforeTheSupplyIsNearlyUsedUp(PatientId patient) {
        assertThat(supply(patient)).isInstanceOf(NextSupply.Open.class);
        asksAndIsSeen(patient);
        assertThat(supply(patient)).isInstanceOf(NextSupply.UnderWay.class);

        var form = Written.renewal(decision(patient).id());
        assertThat(care.ready(physician, care.requestOf(patient), form))
                .isInstanceOf(ReadyOutcome.Invalid.class);
        assertThat(ordersOf(patient)).hasSize(1);
    }

    private void theRenewalIsOrderedUnderThePlanThatRuns(PatientId patient) {
        asksAndIsSeen(patient);
        signs(patient, Written.renewal(decision(patient).id()));
        care.waitUntil(
                () -> ordersOf(patient).size() == 2 && stageOfLatest(patient) == OrderStage.SENT);

        assertThat(decisions(patient))
                .extracting(DecisionView::verdict)
                .containsExactlyInAnyOrder(PrescriberVerdict.APPROVE, PrescriberVerdict.RENEW);
        assertThat(supply(patient)).isInstanceOf(NextSupply.Later.class);
        assertThat(plan(patient)).isEqualTo(PlanStage.ACTIVE);
    }

    private void aNoToTheNextOneEndsThePlan(PatientId patient) {
        asksAndIsSeen(patient);
        signs(patient, Written.refusal());
        care.waitUntil(
                () -> plan(patient) == PlanStage.ENDING || plan(patient) == PlanStage.CANCELED);
        assertThat(ordersOf(patient)).hasSize(1);
    }

    /** Somebody who has their first supply at home. */
    private PatientId treated() {
        var patient = care.seen(physician, UsState.FL, Care.MIAMI_DADE);
        signs(patient, Written.approval());
        care.waitUntil(() -> stageOfLatest(patient) == OrderStage.SENT);
        delivers(ordersOf(patient).getFirst().id());
        return patient;
    }

    private void asksAndIsSeen(PatientId patient) {
        care.asksAgain(patient, UsState.FL, Care.MIAMI_DADE);
        care.sees(physician, patient, Care.MIAMI_DADE);
    }

    private void signs(PatientId patient, DecisionForm form) {
        assertThat(care.signs(physician, care.requestOf(patient), form))
                .isInstanceOf(SigningOutcome.Signed.class);
    }

    private void delivers(OrderId order) {
        var pharmacist = Actors.pharmacist(pharmacy);
        does(pharmacist, () -> orders.accept(order, pharmacy));
        does(pharmacist, () -> orders.startCompounding(order, pharmacy));
        does(pharmacist, () -> orders.ship(order, pharmacy, "UPS", "1Z999AA10123456784"));
        does(pharmacist, () -> orders.deliver(order, pharmacy, clock.instant()));
    }

    private OrderStage stageOfLatest(PatientId patient) {
        return ordersOf(patient).stream()
                .max(Comparator.comparing(OrderProgress::since))
                .map(OrderProgress::stage)
                .orElse(OrderStage.PLANNED);
    }

    private NextSupply supply(PatientId patient) {
        return as(Actors.patient(patient), () -> prescribing.nextSupply(patient));
    }

    private List<DecisionView> decisions(PatientId patient) {
        return as(Actors.patient(patient), () -> prescribing.decisionsOf(patient));
    }

    private DecisionView decision(PatientId patient) {
        return decisions(patient).getFirst();
    }

    private PlanStage plan(PatientId patient) {
        return as(Actors.patient(patient), () -> billing.planOf(patient)).stage();
    }

    private List<OrderProgress> ordersOf(PatientId patient) {
        return as(Actors.patient(patient), () -> orders.of(patient));
    }
}
