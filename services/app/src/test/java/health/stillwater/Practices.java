package health.stillwater;

import static health.stillwater.testing.Actors.as;
import static health.stillwater.testing.Actors.asTheProgram;

import health.stillwater.billing.Billing;
import health.stillwater.billing.InvoiceId;
import health.stillwater.billing.PlanStage;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.pharmacy.OrderId;
import health.stillwater.pharmacy.OrderStage;
import health.stillwater.pharmacy.PharmacyOrders;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.prescribing.ReadyOutcome;
import health.stillwater.review.FollowUpReason;
import health.stillwater.review.ReviewQueue;
import health.stillwater.rulebook.KillSwitch;
import health.stillwater.rulebook.NewKillSwitch;
import health.stillwater.rulebook.ProposalOutcome;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.rulebook.ValueDraft;
import health.stillwater.testing.Actors;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Opens practices, each with patients at every point of their way. */
@TestComponent
class Practices {

    private final People people;
    private final Care care;
    private final Enrollment enrollment;
    private final ReviewQueue queue;
    private final Prescribing prescribing;
    private final Billing billing;
    private final PharmacyOrders orders;
    private final Rulebook rulebook;

    Practices(
            People people,
            Care care,
            Enrollment enrollment,
            ReviewQueue queue,
            Prescribing prescribing,
            Billing billing,
            PharmacyOrders orders,
            Rulebook rulebook) {
        this.people = people;
        this.care = care;
        this.enrollment = enrollment;
        this.queue = queue;
        this.prescribing = prescribing;
        this.billing = billing;
        this.orders = orders;
        this.rulebook = rulebook;
    }

    Practice in(UsState state, String county, String pharmacyDoor) {
        var pharmacy = people.pharmacyIn(pharmacyDoor, state);
        var physician = people.physicianIn("Dr. " + state.title(), state, state);
        care.waitUntil(
                () -> people.mayPrescribe(physician, state) && people.mayShipTo(pharmacy, state));
        var treated = care.seen(physician, state, county);
        care.signs(physician, care.requestOf(treated), Written.approval());
        var undecided = care.seen(physician, state, county);
        var signing = signing(physician, undecided);
        var newcomer = care.enrolled(state, county);
        var visit = care.books(newcomer, physician);
        var things =
                Map.ofEntries(
                        Map.entry("{holder}", "physician-" + physician),
                        Map.entry("{credential}", people.credentialOf(physician).toString()),
                        Map.entry("{access}", access(state).toString()),
                        Map.entry("{request}", care.requestOf(undecided).toString()),
                        Map.entry("signings/{id}", "signings/" + signing),
                        Map.entry("follow-ups/{id}", "follow-ups/" + followUp(physician, treated)),
                        Map.entry("{visit}", visit.toString()),
                        Map.entry("{evaluation}", care.evaluated(physician, visit).toString()),
                        Map.entry("{decision}", decision(treated).toString()),
                        Map.entry("{order}", order(treated).toString()),
                        Map.entry("{patient}", treated.toString()),
                        Map.entry("{invoice}", invoice(treated).toString()),
                        Map.entry("rows/{row}", "rows/D02"),
                        Map.entry("values/{path}", "values/freshness.encounter"),
                        Map.entry("proposals/{number}", "proposals/" + proposal()),
                        Map.entry("switches/{number}", "switches/" + killSwitch()),
                        Map.entry("{kind}", "messaging"),
                        Map.entry("{month}", "2026-10"),
                        Map.entry("{hash}", "today"));
        return new Practice(
                physician,
                pharmacy,
                treated,
                newcomer,
                new Things(things, takenOver(state, county)));
    }

    private UUID access(UsState state) {
        var colleague = people.physicianIn("Dr. Colleague", state, state);
        care.waitUntil(() -> people.mayPrescribe(colleague, state));
        return people.accessThatWaits(colleague);
    }

    private UUID signing(PhysicianId physician, PatientId patient) {
        var outcome = care.ready(physician, care.requestOf(patient), Written.approval());
        if (!(outcome instanceof ReadyOutcome.Ready ready)) {
            throw new AssertionError(outcome);
        }
        return ready.signing().id();
    }

    private long proposal() {
        var draft =
                new ValueDraft(
                        "freshness.encounter",
                        "6 days",
                        LocalDate.of(2030, 1, 1),
                        "A letter",
                        null);
        var outcome = as(Actors.staff(Actor.Kind.COMPLIANCE), () -> rulebook.propose(draft));
        if (!(outcome instanceof ProposalOutcome.Proposed proposed)) {
            throw new AssertionError(outcome);
        }
        return proposed.number();
    }

    /** One that is over, of a pharmacy nobody knows: it stops nothing. */
    private long killSwitch() {
        var wanted =
                new NewKillSwitch(
                        KillSwitch.Scope.PHARMACY,
                        UUID.randomUUID().toString(),
                        "A pharmacy",
                        "A recall");
        var number = as(Actors.staff(Actor.Kind.COMPLIANCE), () -> rulebook.stop(wanted));
        Actors.does(
                Actors.staff(Actor.Kind.COMPLIANCE),
                () -> rulebook.say(number, KillSwitch.Said.LIFTED, "It was another"));
        return number;
    }

    private UUID followUp(PhysicianId physician, PatientId patient) {
        asTheProgram(
                () ->
                        queue.openFollowUp(
                                patient, FollowUpReason.UNDELIVERED, "check-in " + patient));
        return as(Actors.physician(physician), () -> queue.followUps(physician)).getFirst().id();
    }

    private DecisionId decision(PatientId patient) {
        return as(Actors.patient(patient), () -> prescribing.decisionsOf(patient)).getFirst().id();
    }

    private OrderId order(PatientId patient) {
        var me = Actors.patient(patient);
        care.waitUntil(
                () ->
                        as(me, () -> orders.of(patient)).stream()
                                .anyMatch(one -> one.stage() == OrderStage.SENT));
        return as(me, () -> orders.of(patient)).getFirst().id();
    }

    private InvoiceId invoice(PatientId patient) {
        care.waitUntil(
                () ->
                        as(Actors.patient(patient), () -> billing.planOf(patient)).stage()
                                == PlanStage.ACTIVE);
        return as(Actors.staff(Actor.Kind.BILLING), () -> billing.account(patient))
                .invoices()
                .getFirst()
                .id();
    }

    private String takenOver(UsState state, String county) {
        var assessment = care.assessed(state, county);
        var patient = PatientId.next();
        as(
                Actors.patient(patient),
                () -> enrollment.begin(patient, assessment, "rosa@example.com"));
        return assessment.toString();
    }
}
