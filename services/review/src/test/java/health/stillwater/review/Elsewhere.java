package health.stillwater.review;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import health.stillwater.enrollment.Address;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.enrollment.PatientView;
import health.stillwater.enrollment.RequestView;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.Licensing;
import health.stillwater.licensing.PharmacyView;
import health.stillwater.licensing.PhysicianView;
import health.stillwater.rulebook.ConsentFacts;
import health.stillwater.rulebook.ConsentForm;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.DeliveryFacts;
import health.stillwater.rulebook.EncounterFacts;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.FederalFacts;
import health.stillwater.rulebook.IdentityFacts;
import health.stillwater.rulebook.InstrumentFacts;
import health.stillwater.rulebook.LocationFacts;
import health.stillwater.rulebook.PatientFacts;
import health.stillwater.rulebook.PdmpFacts;
import health.stillwater.rulebook.PharmacyFacts;
import health.stillwater.rulebook.PrescriberFacts;
import health.stillwater.rulebook.Registration;
import health.stillwater.rulebook.RequestFacts;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.runtime.Acting;
import health.stillwater.visits.Visits;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the rooms upstream would say about a patient in Miami, seen on video by a physician licensed in Florida. For the
 * tests of this room and of later ones.
 */
public final class Elsewhere {

    public static final ZoneId MIAMI = ZoneId.of("America/New_York");
    private static final LocalDate LATER = LocalDate.parse("2027-06-30");

    private final Enrollment enrollment;
    private final Visits visits;
    private final Licensing licensing;
    private final Rulebook rulebook;
    private final PharmacyId pharmacy = PharmacyId.next();

    public Elsewhere(Enrollment enrollment, Visits visits, Licensing licensing, Rulebook rulebook) {
        this.enrollment = enrollment;
        this.visits = visits;
        this.licensing = licensing;
        this.rulebook = rulebook;
    }

    /** For a room that does not speak with visits itself. */
    public Elsewhere(Enrollment enrollment, Licensing licensing, Rulebook rulebook) {
        this(enrollment, mock(Visits.class), licensing, rulebook);
    }

    public void aPhysician(PhysicianId physician, Instant now, UsState... states) {
        when(licensing.servableBy(physician)).thenReturn(Set.of(states));
        when(licensing.factsOf(physician)).thenReturn(prescriber(physician, now, CredentialStatus.ACTIVE));
        when(licensing.physician(physician))
                .thenReturn(new PhysicianView(
                        physician, "Dr. Reyes", "1234567893", "200 Harbor Avenue, Miami, FL 33101", Set.of(states)));
    }

    public void aSuspendedPhysician(PhysicianId physician, Instant now) {
        when(licensing.servableBy(physician)).thenReturn(Set.of());
        when(licensing.factsOf(physician)).thenReturn(prescriber(physician, now, CredentialStatus.SUSPENDED));
    }

    public void aPatientSeenBy(PhysicianId physician, PatientId patient, RequestId request, Instant now) {
        when(enrollment.factsOf(request)).thenReturn(enrolled(patient, request, now));
        when(enrollment.patient(patient)).thenReturn(patientView(patient));
        when(enrollment.request(request)).thenReturn(new RequestView(request, patient, "depression", Map.of(), now));
        when(visits.recordOf(request)).thenReturn(Optional.empty());
        pdmpRead(physician, request, now);
        aPharmacy(now);
    }

    public void aPharmacy(Instant now) {
        aPharmacy(now, CredentialStatus.ACTIVE);
    }

    public void aSuspendedPharmacy(Instant now) {
        aPharmacy(now, CredentialStatus.SUSPENDED);
    }

    private void aPharmacy(Instant now, CredentialStatus status) {
        when(licensing.pharmacyFor(any())).thenReturn(Optional.of(pharmacy));
        when(licensing.factsOf(pharmacy)).thenReturn(Facts.none().with(pharmacy(now, status)));
        when(licensing.pharmacy(pharmacy))
                .thenReturn(new PharmacyView(
                        pharmacy, "Cedar Compounding", UsState.PA, "+12155550100", URI.create("http://localhost:9"),
                        Set.of(UsState.FL)));
    }

    public PharmacyId pharmacy() {
        return pharmacy;
    }

    public void visited(PhysicianId physician, RequestId request, Instant now) {
        when(visits.factsOf(request)).thenReturn(Facts.none().with(encounter(physician, request, now)));
    }

    public void visitedByPhone(PhysicianId physician, RequestId request, Instant now) {
        when(visits.factsOf(request))
                .thenReturn(Facts.none().with(encounter(physician, request, EncounterFacts.Modality.AUDIO, now)));
    }

    public void pdmpRead(PhysicianId physician, RequestId request, Instant now) {
        when(visits.factsOf(request)).thenReturn(visitedWithReport(physician, request, now));
    }

    /** More than one physician has seen the patient and read the report, so that the gate would let each of them claim. */
    public void seenByWhoeverAsks(RequestId request, Instant now) {
        when(visits.factsOf(request))
                .thenAnswer(_ -> visitedWithReport(new PhysicianId(Acting.now().id()), request, now));
    }

    private static Facts visitedWithReport(PhysicianId physician, RequestId request, Instant now) {
        var report = new PdmpFacts.Report(
                "E-1", request.toString(), physician.toString(), PdmpFacts.ReviewerRole.PRESCRIBER, now, true, now);
        return Facts.none()
                .with(encounter(physician, request, now))
                .with(new PdmpFacts(Map.of("FL", report), List.of()));
    }

    /** The ninth item says that the patient thinks of self-harm. */
    public void thinksOfSelfHarm(RequestId request) {
        var before = enrollment.factsOf(request);
        var items = new InstrumentFacts.Items(List.of(1, 1, 1, 1, 1, 1, 1, 1, 2), null, null);
        when(enrollment.factsOf(request))
                .thenReturn(before.with(new InstrumentFacts(items, null, null, null, null, null)));
    }

    private Facts enrolled(PatientId patient, RequestId request, Instant now) {
        return Facts.none()
                .with(new RequestFacts(request.toString(), RequestFacts.Kind.FIRST))
                .with(new PatientFacts(
                        patient.toString(), "Rosa Delgado", LocalDate.parse("1984-04-17"), true, List.of()))
                .with(new LocationFacts("FL", "Miami-Dade", "12086", MIAMI, "attested", now))
                .with(new DeliveryFacts(
                        new DeliveryFacts.Address(
                                DeliveryFacts.AddressKind.STREET, "14 Alder Street", "Miami", "FL", "33101"),
                        true,
                        false,
                        new DeliveryFacts.AddressValidation(DeliveryFacts.ValidationStatus.VALID, now)))
                .with(new IdentityFacts(
                        IdentityFacts.DocumentCheck.VERIFIED,
                        IdentityFacts.LivenessCheck.PASSED,
                        true, true, true, false, false, true, now))
                .with(new FederalFacts(null, null))
                .withConsents(consents(now));
    }

    private Map<String, ConsentFacts> consents(Instant now) {
        var all = new HashMap<String, ConsentFacts>();
        for (var form : rulebook.consentForms()) {
            var risks = form.risks().stream().map(ConsentForm.Risk::code).toList();
            all.put(form.kind(), new ConsentFacts(ConsentFacts.Status.SIGNED, form.version(), now, risks, true));
        }
        return all;
    }

    private static EncounterFacts encounter(PhysicianId physician, RequestId request, Instant now) {
        return encounter(physician, request, EncounterFacts.Modality.VIDEO, now);
    }

    private static EncounterFacts encounter(
            PhysicianId physician, RequestId request, EncounterFacts.Modality modality, Instant now) {
        return new EncounterFacts(
                "v-1", request.toString(), physician.toString(), modality,
                EncounterFacts.Status.COMPLETED, now.minusSeconds(1800), now, EncounterFacts.NoteStatus.SIGNED, now);
    }

    private static Facts prescriber(PhysicianId physician, Instant now, CredentialStatus status) {
        var license = new PrescriberFacts.License(
                "ME 10177", PrescriberFacts.LicenseType.MD, status, false, LATER, null, now);
        var dea = new PrescriberFacts.DeaRegistration(
                "BW1388568", List.of("3", "3N"), CredentialStatus.ACTIVE, LATER, now);
        return Facts.none()
                .with(new PrescriberFacts(
                        physician.toString(), "Dr. Reyes", "FL", Map.of("FL", license), Map.of("FL", dea), Map.of(),
                        null, null, null, null));
    }

    private PharmacyFacts pharmacy(Instant now, CredentialStatus status) {
        var registration = new Registration("R-1", status, LATER, now);
        return new PharmacyFacts(
                pharmacy.toString(), "Cedar Compounding", "PA", registration, Map.of("FL", registration), registration,
                true, true, false);
    }

    private static PatientView patientView(PatientId patient) {
        return new PatientView(
                patient, "Rosa Delgado", LocalDate.parse("1984-04-17"), "+13055550142", "rosa@example.org",
                new Address("14 Alder Street", "", "Miami", UsState.FL, "33101"), "12086", "Miami-Dade", UsState.FL,
                MIAMI);
    }
}
