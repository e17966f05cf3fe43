package health.stillwater;

import static health.stillwater.testing.Actors.as;
import static health.stillwater.testing.Actors.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.billing.Billing;
import health.stillwater.billing.PlanStage;
import health.stillwater.billing.PlanView;
import health.stillwater.checkins.CheckIns;
import health.stillwater.checkins.CheckInsView;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.ledger.Ledger;
import health.stillwater.ledger.Verification;
import health.stillwater.pharmacy.OrderProgress;
import health.stillwater.pharmacy.OrderStage;
import health.stillwater.pharmacy.PharmacyOrders;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.prescribing.SigningOutcome;
import health.stillwater.review.FollowUpReason;
import health.stillwater.review.QueueFilter;
import health.stillwater.review.QueueRow;
import health.stillwater.review.ReviewQueue;
import health.stillwater.sandbox.Sandbox;
import health.stillwater.testing.Actors;
import health.stillwater.testing.TestClock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * One patient's whole way, through the doors the pages use, with everybody outside answering over
 * HTTP.
 */
class JourneyTests extends WholeSystem {

    @Autowired People people;

    @Autowired Care care;

    @Autowired ReviewQueue queue;

    @Autowired Prescribing prescribing;

    @Autowired Billing billing;

    @Autowired PharmacyOrders orders;

    @Autowired CheckIns checkIns;

    @Autowired Ledger ledger;

    @Autowired Sandbox sandbox;

    @Autowired TestClock clock;

    PhysicianId physician;
    PharmacyId pharmacy;

    @BeforeEach
    void aPhysicianAndAPharmacyInFlorida() {
        pharmacy = people.pharmacyIn("gulfside", UsState.FL);
        physician = people.physicianIn("Dr. Castellane", UsState.FL, UsState.FL);
        care.waitUntil(() -> people.mayPrescribe(physician, UsState.FL));
    }

    @Test
    void fromTheFirstAnswerToACheckInThatBringsAHuman() {
        var patient = seen();
        var charged = sandbox.stripe().charged();
        var signed = care.signs(physician, care.requestOf(patient), Written.approval());

        assertThat(signed).isInstanceOf(SigningOutcome.Signed.class);
        assertThat(as(Actors.staff(Actor.Kind.COMPLIANCE), ledger::verify))
                .isInstanceOf(Verification.Sound.class);
        care.waitUntil(() -> planOf(patient).stage() == PlanStage.ACTIVE);
        assertThat(sandbox.stripe().charged() - charged).isEqualTo(25_000);
        care.waitUntil(() -> stageOf(patient) == OrderStage.SENT);
        fills(patient);
        care.waitUntil(() -> checkInsOf(patient).next() != null);
        clock.standsAt(checkInsOf(patient).next());
        care.waitUntil(() -> !sandbox.twilio().sentTo(care.phoneOf(patient)).isEmpty());
        sandbox.twilio().receives(care.phoneOf(patient), "I want to die");
        care.waitUntil(() -> followUps().contains(FollowUpReason.ALARMING_ANSWER));
    }

    @Test
    void aDeclinedPatientPaysNothing() {
        var patient = seen();
        var charged = sandbox.stripe().charged();
        var signed = care.signs(physician, care.requestOf(patient), Written.refusal());

        assertThat(signed).isInstanceOf(SigningOutcome.Signed.class);
        assertThat(sandbox.stripe().charged()).isEqualTo(charged);
        assertThat(as(Actors.patient(patient), () -> orders.of(patient))).isEmpty();
    }

    @Test
    void aPhysicianFromElsewhereNeverSeesTheCase() {
        var patient = seen();
        var stranger = people.physicianIn("Dr. Natarajan", UsState.NJ, UsState.NJ);
        care.waitUntil(() -> people.mayPrescribe(stranger, UsState.NJ));
        care.waitUntil(() -> waitingFor(physician).contains(care.requestOf(patient)));

        assertThat(waitingFor(stranger)).doesNotContain(care.requestOf(patient));
        assertThatThrownBy(
                        () ->
                                as(
                                        Actors.physician(stranger),
                                        () -> queue.open(care.requestOf(patient), stranger)))
                .isInstanceOf(Refusal.Missing.class);
    }

    private PatientId seen() {
        return care.seen(physician, UsState.FL, Care.MIAMI_DADE);
    }

    private void fills(PatientId patient) {
        var pharmacist = Actors.pharmacist(pharmacy);
        var order = orderOf(patient).id();
        does(pharmacist, () -> orders.accept(order, pharmacy));
        does(pharmacist, () -> orders.startCompounding(order, pharmacy));
        does(pharmacist, () -> orders.ship(order, pharmacy, "UPS", "1Z999AA10123456784"));
        does(pharmacist, () -> orders.deliver(order, pharmacy, clock.instant()));
    }

    private List<RequestId> waitingFor(PhysicianId who) {
        return as(Actors.physician(who), () -> queue.waitingFor(who, QueueFilter.ALL))
                .all()
                .stream()
                .map(QueueRow::caseId)
                .toList();
    }

    private PlanView planOf(PatientId patient) {
        return as(Actors.patient(patient), () -> billing.planOf(patient));
    }

    private OrderProgress orderOf(PatientId patient) {
        return as(Actors.patient(patient), () -> orders.of(patient)).getFirst();
    }

    private OrderStage stageOf(PatientId patient) {
        return as(Actors.patient(patient), () -> orders.of(patient)).stream()
                .map(OrderProgress::stage)
                .findFirst()
                .orElse(OrderStage.PLANNED);
    }

    private CheckInsView checkInsOf(PatientId patient) {
        return as(Actors.patient(patient), () -> checkIns.of(patient));
    }

    private List<FollowUpReason> followUps() {
        return as(Actors.physician(physician), () -> queue.followUps(physician)).stream()
                .map(row -> row.reason())
                .toList();
    }
}
