package health.stillwater;

import static health.stillwater.testing.Actors.as;
import static health.stillwater.testing.Actors.does;

import com.github.kagkarlsson.scheduler.Scheduler;
import health.stillwater.billing.Billing;
import health.stillwater.enrollment.AssessmentId;
import health.stillwater.enrollment.Assessments;
import health.stillwater.enrollment.CompletionOutcome;
import health.stillwater.enrollment.ConsentView;
import health.stillwater.enrollment.DescribeOutcome;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.enrollment.IdentityView;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.prescribing.DecisionForm;
import health.stillwater.prescribing.NextSupply;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.prescribing.ReadyOutcome;
import health.stillwater.prescribing.SecondFactor;
import health.stillwater.prescribing.SigningOutcome;
import health.stillwater.review.CaseStage;
import health.stillwater.review.ClaimOutcome;
import health.stillwater.review.ReviewQueue;
import health.stillwater.sandbox.FakeStripe;
import health.stillwater.sandbox.Sandbox;
import health.stillwater.testing.Actors;
import health.stillwater.testing.TestClock;
import health.stillwater.visits.EvaluationId;
import health.stillwater.visits.NewEvaluation;
import health.stillwater.visits.VisitId;
import health.stillwater.visits.VisitRecord.Modality;
import health.stillwater.visits.Visits;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;

/**
 * The acts of a journey, each through the door it goes through in life, by the person who does it.
 */
@TestComponent
class Care {

    static final String MIAMI_DADE = "12086";
    static final String ESSEX = "34013";

    private static final URI BACK = URI.create("http://localhost/patient");

    private final Assessments assessments;
    private final Enrollment enrollment;
    private final Billing billing;
    private final Visits visits;
    private final ReviewQueue queue;
    private final Prescribing prescribing;
    private final Sandbox sandbox;
    private final Scheduler tasks;
    private final TestClock clock;
    private final Numbers numbers = new Numbers();

    Care(
            Assessments assessments,
            Enrollment enrollment,
            Billing billing,
            Visits visits,
            ReviewQueue queue,
            Prescribing prescribing,
            Sandbox sandbox,
            Scheduler tasks,
            TestClock clock) {
        this.assessments = assessments;
        this.enrollment = enrollment;
        this.billing = billing;
        this.visits = visits;
        this.queue = queue;
        this.prescribing = prescribing;
        this.sandbox = sandbox;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** In treatment, and asking for the next supply: answered anew, and let in. */
    void asksAgain(PatientId patient, UsState state, String county) {
        var me = Actors.patient(patient);
        var asked = as(me, () -> prescribing.askForNextSupply(patient));
        if (!(asked instanceof NextSupply.UnderWay)) {
            throw new AssertionError(asked);
        }
        var assessment = assessed(state, county);
        as(me, () -> enrollment.begin(patient, assessment, patient + "@example.com"));
        does(me, () -> enrollment.attestLocation(patient, county));
        var outcome = as(me, () -> enrollment.complete(patient));
        if (!(outcome instanceof CompletionOutcome.Enrolled)) {
            throw new AssertionError(outcome);
        }
    }

    /** Somebody with a finished assessment, who said who they are. */
    PatientId described(UsState state, String county) {
        var patient = PatientId.next();
        var assessment = assessed(state, county);
        var me = Actors.patient(patient);
        as(me, () -> enrollment.begin(patient, assessment, patient + "@example.com"));
        var described =
                as(
                        me,
                        () ->
                                enrollment.describe(
                                        patient, Rosa.tells(state, county, numbers.mobile())));
        if (!(described instanceof DescribeOutcome.Saved)) {
            throw new AssertionError(described);
        }
        return patient;
    }

    /** The same with proofs, signed forms and a card. */
    PatientId enrolled(UsState state, String county) {
        var patient = described(state, county);
        var me = Actors.patient(patient);
        sandbox.identity().verifiesEveryone();
        as(me, () -> enrollment.startIdentityCheck(patient, BACK));
        waitUntil(
                () ->
                        as(me, () -> enrollment.identity(patient)).status()
                                == IdentityView.Status.VERIFIED);
        does(me, () -> enrollment.sign(patient, allForms(me, patient), Rosa.NAME, "203.0.113.7"));
        does(me, () -> enrollment.attestLocation(patient, county));
        var page = as(me, () -> billing.saveCard(patient, BACK, BACK));
        sandbox.stripe().typesCard(page, FakeStripe.GOOD_CARD);
        waitUntil(() -> as(me, () -> billing.cardOnFile(patient)));
        var outcome = as(me, () -> enrollment.complete(patient));
        if (!(outcome instanceof CompletionOutcome.Enrolled)) {
            throw new AssertionError(outcome);
        }
        return patient;
    }

    /** The physician of a visit says that they evaluated the patient in person. */
    EvaluationId evaluated(PhysicianId physician, VisitId visit) {
        var on = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(4);
        return as(
                Actors.physician(physician),
                () ->
                        visits.evaluatedInPerson(
                                visit,
                                physician,
                                new NewEvaluation(on, "Ocala clinic", "", "note 114")));
    }

    /** A visit at the next time this physician has. */
    VisitId books(PatientId patient, PhysicianId physician) {
        var me = Actors.patient(patient);
        var request = requestOf(patient);
        var slot =
                as(
                                me,
                                () ->
                                        visits.openSlots(
                                                request,
                                                LocalDate.ofInstant(
                                                        clock.instant(), ZoneOffset.UTC)))
                        .stream()
                        .filter(open -> open.physician().equals(physician))
                        .findFirst()
                        .orElseThrow();
        return as(me, () -> visits.book(request, patient, physician, slot.startsAt()));
    }

    /** Somebody whom this physician has met, in this county. */
    PatientId seen(PhysicianId physician, UsState state, String county) {
        var patient = enrolled(state, county);
        sees(physician, patient, county);
        return patient;
    }

    /** The next visit of theirs that can be had. */
    void sees(PhysicianId physician, PatientId patient, String county) {
        var visit = books(patient, physician);
        var begins =
                as(Actors.physician(physician), () -> visits.visit(visit, physician)).startsAt();
        if (clock.instant().isBefore(begins)) {
            clock.standsAt(begins);
        }
        meets(physician, patient, visit, county);
    }

    /** The two meet on live video, and the physician has read the monitoring reports. */
    void meets(PhysicianId physician, PatientId patient, VisitId visit, String county) {
        var doctor = Actors.physician(physician);
        var request = requestOf(patient);
        does(doctor, () -> visits.start(visit, physician, county));
        does(doctor, () -> visits.finish(visit, physician, Written.note(Modality.VIDEO)));
        for (var state : as(doctor, () -> visits.statesToCheck(request, physician))) {
            does(
                    doctor,
                    () ->
                            visits.recordPdmp(
                                    request, physician, state, "report 1", "nothing unexpected"));
        }
    }

    /** Claims the case, once it is in the queue, and marks this ready to sign. */
    ReadyOutcome ready(PhysicianId physician, RequestId request, DecisionForm form) {
        var doctor = Actors.physician(physician);
        waitUntil(
                () ->
                        as(doctor, () -> queue.stageOf(request))
                                .equals(Optional.of(CaseStage.WAITING)));
        if (!(as(doctor, () -> queue.claim(request, physician))
                instanceof ClaimOutcome.Claimed claimed)) {
            throw new AssertionError("the gate stops the claim");
        }
        return as(doctor, () -> prescribing.readyToSign(request, physician, claimed.fence(), form));
    }

    SigningOutcome signs(PhysicianId physician, RequestId request, DecisionForm form) {
        var outcome = ready(physician, request, form);
        if (!(outcome instanceof ReadyOutcome.Ready ready)) {
            throw new AssertionError(outcome);
        }
        var factor =
                new SecondFactor(
                        "gold", clock.instant(), ready.signing().nonce(), physician.toString());
        return as(
                Actors.physician(physician),
                () -> prescribing.sign(ready.signing().id(), physician, factor));
    }

    RequestId requestOf(PatientId patient) {
        return as(Actors.patient(patient), () -> enrollment.of(patient)).request();
    }

    String phoneOf(PatientId patient) {
        return as(Actors.patient(patient), () -> enrollment.patient(patient)).phone();
    }

    /** The clock is moved by hand, so tasks are woken by hand; meanwhile time passes slowly. */
    void waitUntil(BooleanSupplier so) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> {
                            clock.passes(Duration.ofSeconds(1));
                            tasks.triggerCheckForDueExecutions();
                            return so.getAsBoolean();
                        });
    }

    /** A finished assessment that nobody has taken over yet. */
    AssessmentId assessed(UsState state, String county) {
        var assessment = assessments.begin();
        var visitor = Actors.visitor(assessment.value());
        Rosa.answers(state, county)
                .forEach(
                        (question, answer) ->
                                as(
                                        visitor,
                                        () -> assessments.answer(assessment, question, answer)));
        as(visitor, () -> assessments.outcome(assessment));
        return assessment;
    }

    private Set<String> allForms(Actor me, PatientId patient) {
        return as(me, () -> enrollment.consents(patient)).stream()
                .map(ConsentView::form)
                .map(form -> form.kind())
                .collect(Collectors.toSet());
    }
}
