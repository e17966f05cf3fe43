package health.stillwater.portals.patient;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import health.stillwater.audit.Audit;
import health.stillwater.billing.Billing;
import health.stillwater.billing.CardView;
import health.stillwater.billing.PlanStage;
import health.stillwater.billing.PlanView;
import health.stillwater.checkins.CheckIns;
import health.stillwater.checkins.CheckInsView;
import health.stillwater.enrollment.Address;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.enrollment.EnrollmentStage;
import health.stillwater.enrollment.EnrollmentView;
import health.stillwater.enrollment.EnrollmentView.Step;
import health.stillwater.enrollment.EnrollmentView.StepView;
import health.stillwater.enrollment.IdentityView;
import health.stillwater.enrollment.LocationView;
import health.stillwater.enrollment.PatientView;
import health.stillwater.enrollment.Profile;
import health.stillwater.enrollment.RequestView;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Money;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.ledger.Ledger;
import health.stillwater.pharmacy.OrderId;
import health.stillwater.pharmacy.OrderProgress;
import health.stillwater.pharmacy.OrderStage;
import health.stillwater.pharmacy.PharmacyOrders;
import health.stillwater.pharmacy.Shipment;
import health.stillwater.portals.casefile.CaseFiles;
import health.stillwater.portals.shell.Desk;
import health.stillwater.prescribing.NextSupply;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.review.Casework;
import health.stillwater.review.ReviewQueue;
import health.stillwater.rulebook.County;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.visits.VisitId;
import health.stillwater.visits.VisitRecord.Modality;
import health.stillwater.visits.VisitStage;
import health.stillwater.visits.VisitView;
import health.stillwater.visits.Visits;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rosalind Teague of Marion County, at her desk; the rooms answer what a test tells them to. */
final class Rosalind {

    static final PatientId ME =
            new PatientId(UUID.fromString("0b7c7d0e-8d2d-4a3c-9a55-6a4e0a1c2d3e"));
    static final RequestId REQUEST =
            new RequestId(UUID.fromString("6c1f0b52-0f5e-4c1e-8a39-2f4d1f4f7a10"));
    static final PhysicianId CASTELLANE =
            new PhysicianId(UUID.fromString("2d9f5c77-3f65-4f0c-8b4e-3f6c2f1f9b01"));
    static final ZoneId EASTERN = ZoneId.of("America/New_York");
    static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    static final County MARION = new County("12083", UsState.FL, "Marion", List.of(EASTERN));
    static final County GULF =
            new County("12045", UsState.FL, "Gulf", List.of(EASTERN, ZoneId.of("America/Chicago")));
    static final Profile PROFILE =
            new Profile(
                    "Rosalind Teague",
                    LocalDate.of(1979, 3, 9),
                    "+13525550142",
                    "1204 Silver Springs Blvd",
                    "",
                    "Ocala",
                    "34470",
                    "12083",
                    EASTERN.getId(),
                    "F",
                    Set.of());
    static final CardView VISA = new CardView(true, "visa", "4242", "04/2029");
    private static final CardView NO_CARD = new CardView(false, null, null, null);

    final Enrollment enrollment = mock(Enrollment.class);
    final Billing billing = mock(Billing.class);
    final Visits visits = mock(Visits.class);
    final ReviewQueue reviews = mock(ReviewQueue.class);
    final Casework casework = mock(Casework.class);
    final Prescribing prescribing = mock(Prescribing.class);
    final PharmacyOrders orders = mock(PharmacyOrders.class);
    final CheckIns checkIns = mock(CheckIns.class);
    final Audit audit = mock(Audit.class);
    final Ledger ledger = mock(Ledger.class);
    final Rulebook rulebook = mock(Rulebook.class);
    final Desk desk;
    private boolean next;
    boolean speaksAgainst;

    Rosalind() {
        var journeys =
                new Journeys(
                        enrollment,
                        billing,
                        visits,
                        reviews,
                        casework,
                        prescribing,
                        orders,
                        checkIns);
        var counties = new Counties(rulebook);
        desk =
                Desk.of(
                        new Actor(Actor.Kind.PATIENT, ME.value(), null, "Rosalind Teague"),
                        new PatientHomeController(enrollment, journeys, audit),
                        new AboutController(enrollment, counties),
                        new IdentityController(enrollment),
                        new ConsentsController(enrollment),
                        new FormController(enrollment),
                        new CardController(billing, enrollment),
                        new LocationController(enrollment, counties),
                        new QuestionController(casework),
                        new EnrollmentController(enrollment),
                        new VisitController(
                                visits, enrollment, journeys, Clock.fixed(NOW, EASTERN)),
                        new SupplyController(prescribing),
                        new CheckInsController(journeys, checkIns),
                        new TextsController(enrollment),
                        new PlanController(billing, enrollment, journeys),
                        new RecordController(
                                prescribing, enrollment, visits, journeys, audit, ledger),
                        new CaseFileController(prescribing, new CaseFiles(ledger)));
        quiet();
    }

    /** Nothing has happened yet. */
    private void quiet() {
        when(rulebook.launched(UsState.FL)).thenReturn(true);
        when(rulebook.counties(UsState.FL)).thenReturn(List.of(GULF, MARION));
        when(enrollment.request(REQUEST))
                .thenReturn(new RequestView(REQUEST, ME, "depression", Map.of(), NOW));
        when(enrollment.identity(ME))
                .thenReturn(new IdentityView(IdentityView.Status.NOT_STARTED, List.of(), null));
        when(enrollment.patient(ME)).thenReturn(asKnown());
        when(visits.of(ME)).thenReturn(Optional.empty());
        when(reviews.stageOf(REQUEST)).thenReturn(Optional.empty());
        when(checkIns.of(ME)).thenReturn(CheckInsView.none(EASTERN));
        when(prescribing.nextSupply(ME)).thenReturn(new NextSupply.None());
        when(visits.openSlots(any(), any())).thenReturn(List.of());
        plan(PlanStage.NOTHING_YET, NO_CARD);
        did();
    }

    /** From here on it is about her next supply. */
    Rosalind again() {
        next = true;
        return this;
    }

    /** The steps that are done; the profile is known once she described herself. */
    Rosalind did(Step... steps) {
        return at(EnrollmentStage.BEGUN, List.of(), steps);
    }

    Rosalind stopped(String... why) {
        return at(EnrollmentStage.STOPPED, List.of(why), Step.values());
    }

    Rosalind enrolled() {
        plan(PlanStage.NOTHING_YET, VISA);
        return at(EnrollmentStage.ENROLLED, List.of(), Step.values());
    }

    /** Enrolled, and this has lapsed since. */
    Rosalind enrolledBut(Step lapsed) {
        var rest = EnumSet.complementOf(EnumSet.of(lapsed));
        return tell(EnrollmentStage.ENROLLED, List.of(), rest, false);
    }

    Rosalind textsStopped() {
        return tell(EnrollmentStage.ENROLLED, List.of(), EnumSet.allOf(Step.class), true);
    }

    private Rosalind at(EnrollmentStage stage, List<String> stops, Step... done) {
        var steps = EnumSet.noneOf(Step.class);
        steps.addAll(Arrays.asList(done));
        return tell(stage, stops, steps, false);
    }

    private Rosalind tell(
            EnrollmentStage stage, List<String> stops, Set<Step> done, boolean textsStopped) {
        var steps =
                Arrays.stream(Step.values())
                        .map(step -> new StepView(step, done.contains(step)))
                        .toList();
        var here =
                done.contains(Step.LOCATION)
                        ? new LocationView(UsState.FL, "12083", "Marion", EASTERN, NOW)
                        : null;
        var profile = done.contains(Step.ABOUT_YOU) ? PROFILE : null;
        when(enrollment.of(ME))
                .thenReturn(
                        new EnrollmentView(
                                REQUEST,
                                ME,
                                next,
                                stage,
                                speaksAgainst,
                                steps,
                                stops,
                                "rosalind@example.com",
                                profile,
                                here,
                                textsStopped,
                                NOW));
        return this;
    }

    Rosalind plan(PlanStage stage, CardView card) {
        when(billing.cardOf(ME)).thenReturn(card);
        when(billing.planOf(ME))
                .thenReturn(
                        new PlanView(
                                stage,
                                Money.dollars(250),
                                Money.ZERO,
                                card,
                                null,
                                null,
                                List.of(),
                                List.of(),
                                List.of()));
        return this;
    }

    Rosalind visit(VisitStage stage, @Nullable Modality modality) {
        var starts = Instant.parse("2026-11-24T17:00:00Z");
        var finished = stage == VisitStage.FINISHED ? starts.plusSeconds(1500) : null;
        when(visits.of(ME))
                .thenReturn(
                        Optional.of(
                                new VisitView(
                                        new VisitId(UUID.randomUUID()),
                                        REQUEST,
                                        ME,
                                        CASTELLANE,
                                        "Dr. Ines Castellane",
                                        starts,
                                        starts.plusSeconds(1800),
                                        EASTERN,
                                        stage,
                                        null,
                                        finished,
                                        modality)));
        return this;
    }

    /** Approved, and the order is where it is. */
    Rosalind ordered(OrderStage stage, String words, @Nullable Shipment shipment) {
        when(orders.of(ME))
                .thenReturn(
                        List.of(
                                new OrderProgress(
                                        new OrderId(UUID.randomUUID()),
                                        REQUEST,
                                        "SW-20418",
                                        stage,
                                        Instant.parse("2026-11-26T14:00:00Z"),
                                        words,
                                        "Lakeshore Compounding",
                                        "(555) 010-0177",
                                        shipment)));
        return this;
    }

    private static PatientView asKnown() {
        return new PatientView(
                ME,
                PROFILE.name(),
                LocalDate.of(1979, 3, 9),
                PROFILE.phone(),
                "rosalind@example.com",
                new Address(PROFILE.line1(), "", "Ocala", UsState.FL, "34470"),
                "12083",
                "Marion",
                UsState.FL,
                EASTERN);
    }
}
