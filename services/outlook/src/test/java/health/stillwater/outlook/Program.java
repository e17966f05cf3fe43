package health.stillwater.outlook;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import health.stillwater.enrollment.Address;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.enrollment.PatientView;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.Licensing;
import health.stillwater.licensing.PharmacyView;
import health.stillwater.licensing.PhysicianView;
import health.stillwater.pharmacy.PharmacyOrders;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.DecisionView;
import health.stillwater.prescribing.PrescriberVerdict;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.prescribing.PrescriptionApproved;
import health.stillwater.prescribing.PrescriptionView;
import health.stillwater.prescribing.Standing;
import health.stillwater.rulebook.ClinicalFacts;
import health.stillwater.rulebook.ConsentFacts;
import health.stillwater.rulebook.ConsentForm;
import health.stillwater.rulebook.DeliveryFacts;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.FederalFacts;
import health.stillwater.rulebook.IdentityFacts;
import health.stillwater.rulebook.Indication;
import health.stillwater.rulebook.LocationFacts;
import health.stillwater.rulebook.PatientFacts;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.testing.TestClock;
import health.stillwater.visits.Visits;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A small program: two physicians, one pharmacy, and the patients a test lets in. */
class Program {

    static final ZoneId EASTERN = ZoneId.of("America/New_York");
    static final Instant ENROLLED = Instant.parse("2026-11-02T15:00:00Z");
    static final LocalDate ISSUED = LocalDate.parse("2026-11-10");

    private final Rulebook rulebook;
    private Licensing licensing;
    private Enrollment enrollment;
    private Visits visits;
    private Prescribing prescribing;

    PhysicianId reyes;
    PhysicianId marlow;
    PharmacyId gulfside;

    Program(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** A patient with a signed prescription, and the news of it. */
    record Patient(PatientId id, RequestId request, PrescriptionApproved approved) {}

    void opens(
            Licensing registers,
            Enrollment enrolling,
            Visits visiting,
            Prescribing signing,
            PharmacyOrders orders) {
        licensing = registers;
        enrollment = enrolling;
        visits = visiting;
        prescribing = signing;
        reyes = PhysicianId.next();
        marlow = PhysicianId.next();
        gulfside = new PharmacyId(UUID.randomUUID());
        when(licensing.factsOf(gulfside)).thenReturn(Credentials.of(gulfside));
        when(licensing.factsOfOrganization()).thenReturn(Credentials.ofTheOrganization());
        var pharmacy =
                new PharmacyView(
                        gulfside,
                        "Gulfside Compounding",
                        UsState.FL,
                        "+18135550111",
                        URI.create("http://localhost"),
                        Set.of(UsState.FL, UsState.NJ));
        when(licensing.pharmacy(any())).thenReturn(pharmacy);
        when(licensing.physician(any()))
                .thenReturn(new PhysicianView(reyes, "Somebody", "", "", Set.of()));
        physician(reyes, "Dr. Reyes", LocalDate.parse("2028-01-31"), UsState.FL, UsState.NJ);
        physician(marlow, "Dr. Marlow", LocalDate.parse("2028-01-31"), UsState.FL);
        when(licensing.pharmacies()).thenReturn(List.of(pharmacy));
    }

    void physician(PhysicianId id, String name, LocalDate until, UsState... states) {
        when(licensing.factsOf(id)).thenReturn(Credentials.of(id, name, until, states));
        var view = new PhysicianView(id, name, "1234567893", "200 Harbor Avenue", Set.of(states));
        when(licensing.physician(id)).thenReturn(view);
        for (var state : UsState.values()) {
            var there = List.copyOf(licensing.physiciansFor(state));
            if (view.states().contains(state)) {
                var all = new ArrayList<>(there);
                all.removeIf(other -> other.id().equals(id));
                all.add(view);
                when(licensing.physiciansFor(state)).thenReturn(all);
            }
        }
    }

    Patient patient(UsState state, PhysicianId physician, FederalFacts.Evaluation... evaluations) {
        var id = PatientId.next();
        var request = RequestId.next();
        var decision = new DecisionId(UUID.randomUUID());
        when(enrollment.patient(id)).thenReturn(view(id, state));
        when(enrollment.factsOf(request)).thenReturn(enrolled(id, state, ENROLLED));
        evaluated(request, evaluations);
        when(prescribing.decisionsOf(id))
                .thenReturn(List.of(decision(decision, request, id, physician)));
        when(prescribing.prescription(decision)).thenReturn(prescription(decision, request, id));
        return new Patient(
                id,
                request,
                new PrescriptionApproved(
                        decision, request, id, physician, gulfside, TestClock.START));
    }

    void evaluated(RequestId request, FederalFacts.Evaluation... evaluations) {
        var register = new FederalFacts.InPersonRegister(List.of(evaluations));
        when(visits.factsOf(request))
                .thenReturn(Facts.none().with(new FederalFacts(register, null)));
    }

    static FederalFacts.Evaluation by(PhysicianId physician) {
        return new FederalFacts.Evaluation(
                physician.toString(), LocalDate.parse("2026-11-20"), "Ocala clinic", "note 114");
    }

    /** What enrollment knows of somebody who did everything on one day. */
    Facts enrolled(PatientId id, UsState state, Instant on) {
        var treated = new ClinicalFacts.PrimaryDiagnosis("F33.1", "ICD-10-CM");
        return Facts.none()
                .with(
                        new PatientFacts(
                                id.toString(),
                                "Rosa Delgado",
                                LocalDate.parse("1984-04-17"),
                                true,
                                List.of()))
                .with(new LocationFacts(state.name(), "Miami-Dade", "12086", EASTERN, "a", on))
                .with(delivery(state, on))
                .with(
                        new ClinicalFacts(
                                Indication.DEPRESSION,
                                treated,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null))
                .with(
                        new IdentityFacts(
                                IdentityFacts.DocumentCheck.VERIFIED,
                                IdentityFacts.LivenessCheck.PASSED,
                                true,
                                true,
                                true,
                                false,
                                false,
                                true,
                                on))
                .withConsents(consents(on));
    }

    private static DeliveryFacts delivery(UsState state, Instant on) {
        return new DeliveryFacts(
                new DeliveryFacts.Address(
                        DeliveryFacts.AddressKind.STREET,
                        "14 Alder Street",
                        "Miami",
                        state.name(),
                        "33101"),
                true,
                false,
                new DeliveryFacts.AddressValidation(DeliveryFacts.ValidationStatus.VALID, on));
    }

    private Map<String, ConsentFacts> consents(Instant on) {
        return rulebook.consentForms().stream()
                .collect(Collectors.toMap(ConsentForm::kind, form -> signed(form, on)));
    }

    private static ConsentFacts signed(ConsentForm form, Instant on) {
        return new ConsentFacts(
                ConsentFacts.Status.SIGNED,
                form.version(),
                on,
                form.risks().stream().map(ConsentForm.Risk::code).toList(),
                form.notApproved() != null);
    }

    private static PatientView view(PatientId id, UsState state) {
        return new PatientView(
                id,
                "Rosa Delgado",
                LocalDate.parse("1984-04-17"),
                "+13055550142",
                "",
                new Address("14 Alder Street", "", "Miami", state, "33101"),
                "12086",
                "Miami-Dade",
                state,
                EASTERN);
    }

    private static DecisionView decision(
            DecisionId decision, RequestId request, PatientId patient, PhysicianId physician) {
        return new DecisionView(
                decision,
                request,
                patient,
                "Rosa Delgado",
                physician,
                "Dr. Reyes",
                PrescriberVerdict.APPROVE,
                Optional.empty(),
                "A trial at home.",
                TestClock.START,
                EASTERN,
                1,
                Optional.empty(),
                Optional.empty(),
                Standing.HOLDS);
    }

    private PrescriptionView prescription(
            DecisionId decision, RequestId request, PatientId patient) {
        return new PrescriptionView(
                decision,
                request,
                patient,
                gulfside,
                "Ketamine troche",
                "100 mg",
                "troche",
                8,
                "eight",
                "One under the tongue.",
                28,
                0,
                ISSUED,
                ISSUED.plusMonths(6),
                "Dr. Reyes",
                "1234567893",
                "BR1234563",
                "ME 104417",
                "200 Harbor Avenue",
                "Rosa Delgado",
                LocalDate.parse("1984-04-17"),
                "14 Alder Street");
    }
}
