package health.stillwater.outlook;

import health.stillwater.billing.Billing;
import health.stillwater.billing.PlanStage;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.enrollment.PatientView;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.pharmacy.PharmacyOrders;
import health.stillwater.prescribing.DecisionView;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.rulebook.ClinicalFacts;
import health.stillwater.rulebook.DeliveryFacts;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.FederalFacts;
import health.stillwater.rulebook.LocationFacts;
import health.stillwater.rulebook.PatientFacts;
import health.stillwater.rulebook.RequestFacts;
import health.stillwater.visits.Visits;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads one patient anew from the rooms that know about them. However often it is asked, and in
 * whatever order the news came: what it writes is how things stand.
 */
@Component
class Register {

    private final People people;
    private final Prescribing prescribing;
    private final Enrollment enrollment;
    private final Visits visits;
    private final PharmacyOrders orders;
    private final Billing billing;
    private final Clock clock;

    Register(
            People people,
            Prescribing prescribing,
            Enrollment enrollment,
            Visits visits,
            PharmacyOrders orders,
            Billing billing,
            Clock clock) {
        this.people = people;
        this.prescribing = prescribing;
        this.enrollment = enrollment;
        this.visits = visits;
        this.orders = orders;
        this.billing = billing;
        this.clock = clock;
    }

    @Transactional
    void read(PatientId patient) {
        people.lock(patient);
        var approval = approval(prescribing.decisionsOf(patient));
        if (approval.isEmpty()) {
            people.leaves(patient, clock.instant());
            return;
        }
        var inCare = billing.planOf(patient).stage() != PlanStage.CANCELED;
        people.write(person(approval.get()), inCare, clock.instant());
    }

    /** Everybody for whom a prescription was ever signed. */
    List<PatientId> everybody() {
        return prescribing.patients();
    }

    /** The prescription that holds: the latest one signed that nothing took the place of. */
    private static Optional<DecisionView> approval(List<DecisionView> decisions) {
        return decisions.stream()
                .filter(decision -> decision.verdict().prescribes())
                .filter(decision -> decision.standing().holds())
                .findFirst();
    }

    private Person person(DecisionView approval) {
        var prescription = prescribing.prescription(approval.id());
        var patient = enrollment.patient(approval.patient());
        var known = enrollment.factsOf(approval.request()).and(visits.factsOf(approval.request()));
        var supply =
                Supply.of(
                        orders.fillsOf(approval.patient()),
                        prescription.issueDate(),
                        patient.zone());
        return new Person(
                approval.patient(),
                approval.request(),
                reference(approval),
                patient.state(),
                patient.zone(),
                approval.physician(),
                prescription.pharmacy(),
                supply.filledOn(),
                prescription.daysSupply(),
                supply.through(),
                evaluatedBy(approval.physician(), known.federal()),
                known.consents(),
                kept(approval, patient, known));
    }

    private static String reference(DecisionView approval) {
        return "SW-" + approval.request().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private static boolean evaluatedBy(PhysicianId physician, @Nullable FederalFacts federal) {
        var register = federal == null ? null : federal.inPersonRegister();
        var evaluations = register == null ? null : register.evaluations();
        return evaluations != null
                && evaluations.stream()
                        .anyMatch(
                                evaluation ->
                                        Objects.equals(
                                                evaluation.practitionerId(), physician.toString()));
    }

    /** What dated rules can turn on, and no more: no name, no street. */
    private static Facts kept(DecisionView approval, PatientView patient, Facts known) {
        var state = patient.state().name();
        var facts =
                Facts.none()
                        .with(
                                new RequestFacts(
                                        approval.request().toString(), RequestFacts.Kind.RENEWAL))
                        .with(new LocationFacts(state, null, null, patient.zone(), null, null))
                        .with(person(approval.patient(), known.patient()))
                        .with(delivery(state, known.delivery()))
                        .with(treated(known.clinical()));
        var federal = known.federal();
        var identity = known.identity();
        facts = federal == null ? facts : facts.with(federal);
        return identity == null ? facts : facts.with(identity);
    }

    private static PatientFacts person(PatientId id, @Nullable PatientFacts known) {
        return new PatientFacts(
                id.toString(),
                null,
                known == null ? null : known.dateOfBirth(),
                known == null ? null : known.dateOfBirthVerified(),
                null);
    }

    private static DeliveryFacts delivery(String state, @Nullable DeliveryFacts known) {
        var address = known == null ? null : known.address();
        return new DeliveryFacts(
                new DeliveryFacts.Address(
                        address == null ? null : address.kind(), null, null, state, null),
                null,
                null,
                known == null ? null : known.addressValidation());
    }

    private static ClinicalFacts treated(@Nullable ClinicalFacts known) {
        return new ClinicalFacts(
                known == null ? null : known.indication(),
                known == null ? null : known.primaryDiagnosis(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
