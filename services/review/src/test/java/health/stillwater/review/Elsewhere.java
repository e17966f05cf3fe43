package health.stillwater.review;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.enrollment.RequestView;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.Licensing;
import health.stillwater.licensing.PharmacyView;
import health.stillwater.licensing.PhysicianView;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.EncounterFacts;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.InstrumentFacts;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.runtime.Acting;
import health.stillwater.visits.Visits;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the rooms upstream would say about a patient in Miami, seen on video by a physician licensed
 * in Florida. For the tests of this room and of later ones.
 */
public final class Elsewhere {

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
        when(licensing.factsOfOrganization()).thenReturn(Facts.none());
    }

    /** For a room that does not speak with visits itself. */
    public Elsewhere(Enrollment enrollment, Licensing licensing, Rulebook rulebook) {
        this(enrollment, mock(Visits.class), licensing, rulebook);
    }

    public void aPhysician(PhysicianId physician, Instant now, UsState... states) {
        when(licensing.servableBy(physician)).thenReturn(Set.of(states));
        when(licensing.factsOf(physician))
                .thenReturn(ElsewhereFacts.prescriber(physician, now, CredentialStatus.ACTIVE));
        when(licensing.physician(physician))
                .thenReturn(
                        new PhysicianView(
                                physician,
                                "Dr. Reyes",
                                "1234567893",
                                "200 Harbor Avenue, Miami, FL 33101",
                                Set.of(states)));
    }

    public void aSuspendedPhysician(PhysicianId physician, Instant now) {
        when(licensing.servableBy(physician)).thenReturn(Set.of());
        when(licensing.factsOf(physician))
                .thenReturn(ElsewhereFacts.prescriber(physician, now, CredentialStatus.SUSPENDED));
    }

    /** A license that is active and was said to be suspended from an instant on. */
    public void announcesSuspension(PhysicianId physician, Instant seen, Instant from) {
        when(licensing.factsOf(physician))
                .thenReturn(ElsewhereFacts.suspendedFrom(physician, seen, from));
    }

    public void aPatientSeenBy(
            PhysicianId physician, PatientId patient, RequestId request, Instant now) {
        when(enrollment.factsOf(request))
                .thenReturn(ElsewhereFacts.enrolled(patient, request, now, rulebook));
        when(enrollment.patient(patient)).thenReturn(ElsewhereFacts.patientView(patient));
        when(enrollment.request(request))
                .thenReturn(new RequestView(request, patient, "depression", Map.of(), now));
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
        when(licensing.factsOf(pharmacy))
                .thenReturn(Facts.none().with(ElsewhereFacts.pharmacy(pharmacy, now, status)));
        when(licensing.pharmacy(pharmacy))
                .thenReturn(
                        new PharmacyView(
                                pharmacy,
                                "Cedar Compounding",
                                UsState.PA,
                                "+12155550100",
                                URI.create("http://localhost:9"),
                                Set.of(UsState.FL)));
    }

    public PharmacyId pharmacy() {
        return pharmacy;
    }

    public void visited(PhysicianId physician, RequestId request, Instant now) {
        when(visits.factsOf(request))
                .thenReturn(Facts.none().with(ElsewhereFacts.encounter(physician, request, now)));
    }

    public void visitedByPhone(PhysicianId physician, RequestId request, Instant now) {
        when(visits.factsOf(request))
                .thenReturn(
                        Facts.none()
                                .with(
                                        ElsewhereFacts.encounter(
                                                physician,
                                                request,
                                                EncounterFacts.Modality.AUDIO,
                                                now)));
    }

    public void pdmpRead(PhysicianId physician, RequestId request, Instant now) {
        when(visits.factsOf(request))
                .thenReturn(ElsewhereFacts.visitedWithReport(physician, request, now));
    }

    /**
     * More than one physician has seen the patient and read the report, so that the gate would let
     * each of them claim.
     */
    public void seenByWhoeverAsks(RequestId request, Instant now) {
        when(visits.factsOf(request))
                .thenAnswer(
                        _ ->
                                ElsewhereFacts.visitedWithReport(
                                        new PhysicianId(Acting.now().id()), request, now));
    }

    /** Whatever request is asked about is this patient's, and seen by whoever asks. */
    void everyRequestIsOf(PatientId patient, Instant now) {
        var enrolled = new ConcurrentHashMap<RequestId, Facts>();
        when(enrollment.factsOf(any()))
                .thenAnswer(
                        call ->
                                enrolled.computeIfAbsent(
                                        call.getArgument(0),
                                        id -> ElsewhereFacts.enrolled(patient, id, now, rulebook)));
        when(visits.factsOf(any()))
                .thenAnswer(
                        call ->
                                ElsewhereFacts.visitedWithReport(
                                        new PhysicianId(Acting.now().id()),
                                        call.getArgument(0),
                                        now));
        aPharmacy(now);
    }

    /** The ninth item says that the patient thinks of self-harm. */
    public void thinksOfSelfHarm(RequestId request) {
        var before = enrollment.factsOf(request);
        var items = new InstrumentFacts.Items(List.of(1, 1, 1, 1, 1, 1, 1, 1, 2), null, null);
        when(enrollment.factsOf(request))
                .thenReturn(before.with(new InstrumentFacts(items, null, null, null, null, null)));
    }
}
