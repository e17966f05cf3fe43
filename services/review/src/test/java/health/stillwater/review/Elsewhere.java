package health.stillwater.review;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.enrollment.RequestView;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.Licensing;
import health.stillwater.licensing.PhysicianView;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.EncounterFacts;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.InstrumentFacts;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.runtime.Acting;
import health.stillwater.visits.Visits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the rooms upstream would say about a patient in Miami, seen on video by a physician licensed
 * in Florida. For the tests of this room and of later ones.
 *
 * <p>The mocks are told once that they answer from here: telling a mock more while a listener or a
 * task asks it can put the answer on the other's question.
 */
public final class Elsewhere {

    private final Rulebook rulebook;
    private final PharmacyId pharmacy = PharmacyId.next();
    private final Map<PhysicianId, Facts> prescribers = new ConcurrentHashMap<>();
    private final Map<PhysicianId, Set<UsState>> servable = new ConcurrentHashMap<>();
    private final Map<RequestId, RequestView> requests = new ConcurrentHashMap<>();
    private final Map<RequestId, Facts> enrolled = new ConcurrentHashMap<>();
    private final Map<RequestId, Supplier<Facts>> visited = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Facts> compounding = new AtomicReference<>();
    private volatile @Nullable Everybody everybody;

    /** Whose every request is, and since when. */
    private record Everybody(PatientId patient, Instant since) {}

    public Elsewhere(Enrollment enrollment, Visits visits, Licensing licensing, Rulebook rulebook) {
        this.rulebook = rulebook;
        answers(enrollment);
        answers(visits);
        answers(licensing);
    }

    /** For a room that does not speak with visits itself. */
    public Elsewhere(Enrollment enrollment, Licensing licensing, Rulebook rulebook) {
        this(enrollment, mock(Visits.class), licensing, rulebook);
    }

    private void answers(Enrollment enrollment) {
        doAnswer(call -> enrolled(call.getArgument(0))).when(enrollment).factsOf(any());
        doAnswer(call -> requests.get(call.getArgument(0))).when(enrollment).request(any());
        doAnswer(call -> ElsewhereFacts.patientView(call.getArgument(0)))
                .when(enrollment)
                .patient(any());
    }

    private void answers(Visits visits) {
        doReturn(Optional.empty()).when(visits).recordOf(any());
        doAnswer(call -> visited(call.getArgument(0))).when(visits).factsOf(any());
    }

    private void answers(Licensing licensing) {
        doReturn(Facts.none()).when(licensing).factsOfOrganization();
        doAnswer(call -> servable.getOrDefault(call.getArgument(0), Set.of()))
                .when(licensing)
                .servableBy(any());
        doAnswer(call -> prescribers.get(call.getArgument(0)))
                .when(licensing)
                .factsOf(any(PhysicianId.class));
        doAnswer(call -> view(call.getArgument(0))).when(licensing).physician(any());
        doAnswer(_ -> Optional.ofNullable(compounding.get()).map(_ -> pharmacy))
                .when(licensing)
                .pharmacyFor(any());
        doAnswer(_ -> compounding.get()).when(licensing).factsOf(pharmacy);
        doReturn(ElsewhereFacts.pharmacyView(pharmacy)).when(licensing).pharmacy(pharmacy);
    }

    private @Nullable Facts enrolled(RequestId request) {
        var all = everybody;
        return all == null
                ? enrolled.get(request)
                : enrolled.computeIfAbsent(
                        request,
                        id -> ElsewhereFacts.enrolled(all.patient(), id, all.since(), rulebook));
    }

    private @Nullable Facts visited(RequestId request) {
        var all = everybody;
        return all == null
                ? visited.getOrDefault(request, () -> null).get()
                : seenByWhoAsks(request, all.since());
    }

    private static Facts seenByWhoAsks(RequestId request, Instant now) {
        return ElsewhereFacts.visitedWithReport(new PhysicianId(Acting.now().id()), request, now);
    }

    private PhysicianView view(PhysicianId physician) {
        return new PhysicianView(
                physician,
                "Dr. Reyes",
                "1234567893",
                "200 Harbor Avenue, Miami, FL 33101",
                servable.getOrDefault(physician, Set.of()));
    }

    public void aPhysician(PhysicianId physician, Instant now, UsState... states) {
        servable.put(physician, Set.of(states));
        prescribers.put(
                physician, ElsewhereFacts.prescriber(physician, now, CredentialStatus.ACTIVE));
    }

    public void aSuspendedPhysician(PhysicianId physician, Instant now) {
        servable.put(physician, Set.of());
        prescribers.put(
                physician, ElsewhereFacts.prescriber(physician, now, CredentialStatus.SUSPENDED));
    }

    /** A license that is active and was said to be suspended from an instant on. */
    public void announcesSuspension(PhysicianId physician, Instant seen, Instant from) {
        prescribers.put(physician, ElsewhereFacts.suspendedFrom(physician, seen, from));
    }

    /** Nothing can be said of them any more. */
    public void knowsNothingOf(PhysicianId physician) {
        prescribers.put(physician, Facts.none());
    }

    public void aPatientSeenBy(
            PhysicianId physician, PatientId patient, RequestId request, Instant now) {
        enrolled.put(request, ElsewhereFacts.enrolled(patient, request, now, rulebook));
        requests.put(request, new RequestView(request, patient, "depression", Map.of(), now));
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
        compounding.set(Facts.none().with(ElsewhereFacts.pharmacy(pharmacy, now, status)));
    }

    public PharmacyId pharmacy() {
        return pharmacy;
    }

    public void visited(PhysicianId physician, RequestId request, Instant now) {
        sees(request, Facts.none().with(ElsewhereFacts.encounter(physician, request, now)));
    }

    public void visitedByPhone(PhysicianId physician, RequestId request, Instant now) {
        var byPhone =
                ElsewhereFacts.encounter(physician, request, EncounterFacts.Modality.AUDIO, now);
        sees(request, Facts.none().with(byPhone));
    }

    public void pdmpRead(PhysicianId physician, RequestId request, Instant now) {
        sees(request, ElsewhereFacts.visitedWithReport(physician, request, now));
    }

    private void sees(RequestId request, Facts facts) {
        visited.put(request, () -> facts);
    }

    /**
     * More than one physician has seen the patient and read the report, so that the gate would let
     * each of them claim.
     */
    public void seenByWhoeverAsks(RequestId request, Instant now) {
        visited.put(request, () -> seenByWhoAsks(request, now));
    }

    /** Whatever request is asked about is this patient's, and seen by whoever asks. */
    void everyRequestIsOf(PatientId patient, Instant now) {
        everybody = new Everybody(patient, now);
        aPharmacy(now);
    }

    /** The ninth item says that the patient thinks of self-harm. */
    public void thinksOfSelfHarm(RequestId request) {
        var items = new InstrumentFacts.Items(List.of(1, 1, 1, 1, 1, 1, 1, 1, 2), null, null);
        enrolled.computeIfPresent(
                request,
                (_, before) ->
                        before.with(new InstrumentFacts(items, null, null, null, null, null)));
    }
}
