package health.stillwater.visits;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.Seen;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.Licensing;
import health.stillwater.rulebook.Facts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of visits. */
@Service
public class Visits {

    private static final Duration KEPT_ON_THE_AGENDA = Duration.ofDays(2);

    private final VisitsKept visits;
    private final Scheduling scheduling;
    private final PdmpBook pdmp;
    private final EvaluationDesk evaluations;
    private final EvaluationBook evaluationBook;
    private final Enrollment enrollment;
    private final Licensing licensing;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Visits(
            VisitsKept visits,
            Scheduling scheduling,
            PdmpBook pdmp,
            EvaluationDesk evaluations,
            EvaluationBook evaluationBook,
            Enrollment enrollment,
            Licensing licensing,
            ApplicationEventPublisher news,
            Clock clock) {
        this.visits = visits;
        this.scheduling = scheduling;
        this.pdmp = pdmp;
        this.evaluations = evaluations;
        this.evaluationBook = evaluationBook;
        this.enrollment = enrollment;
        this.licensing = licensing;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Free times in the two weeks from a day on, earliest first, with physicians who may treat the
     * patient.
     */
    public List<Slot> openSlots(RequestId request, LocalDate from) {
        return scheduling.open(request, from);
    }

    /** Books a free time; one booked before is given back. Called outside any transaction. */
    public VisitId book(
            RequestId request, PatientId patient, PhysicianId physician, Instant startsAt) {
        return scheduling.book(request, patient, physician, startsAt);
    }

    @Transactional
    public void cancel(VisitId visit, PatientId patient) {
        var found =
                visits.findByIdAndPatient(visit, patient)
                        .orElseThrow(() -> new Refusal.Missing("This visit"));
        found.cancel(clock.instant());
        visits.saveAndFlush(found);
    }

    /** The visit the patient booked last. */
    @Transactional(readOnly = true)
    public Optional<VisitView> of(PatientId patient) {
        return visits.findFirstByPatientOrderByBookedAtDesc(patient).map(this::view);
    }

    /** What lies before a physician, and the last two days. */
    @Transactional
    public List<VisitView> agenda(PhysicianId physician) {
        var since = clock.instant().minus(KEPT_ON_THE_AGENDA);
        var agenda =
                visits.findByPhysicianAndStartsAtAfterAndStageNotOrderByStartsAt(
                        physician, since, VisitStage.CANCELED);
        agenda.stream().map(Visit::patient).distinct().forEach(patient -> seen(patient, "agenda"));
        return agenda.stream().map(this::view).toList();
    }

    @Transactional
    public VisitView visit(VisitId visit, PhysicianId physician) {
        var found = found(visit, physician);
        seen(found.patient(), "visit " + visit);
        return view(found);
    }

    /** The two meet; the patient says in which county they are at this moment. */
    @Transactional
    public void start(VisitId visit, PhysicianId physician, String countyFips) {
        var found = found(visit, physician);
        found.start(countyFips, clock.instant());
        enrollment.attestLocation(found.patient(), countyFips);
        visits.saveAndFlush(found);
    }

    /**
     * Ends the visit and signs its note. Only live video leads on; anything else is kept as it was.
     */
    @Transactional
    public void finish(VisitId visit, PhysicianId physician, VisitRecord record) {
        var found = found(visit, physician);
        found.finish(record, clock.instant());
        visits.saveAndFlush(found);
    }

    /**
     * Keeps that the physician read a state's monitoring report for this request, and what stood in
     * it.
     */
    @Transactional
    public void recordPdmp(
            RequestId request,
            PhysicianId physician,
            UsState state,
            String reportId,
            String findings) {
        var patient = enrollment.request(request).patient();
        if (!licensing.servableBy(physician).contains(enrollment.patient(patient).state())) {
            throw new Refusal.Missing("This request");
        }
        if (reportId.isBlank()) {
            throw new Refusal.Forbidden(
                    "Enter the number of the report, as the monitoring program shows it.");
        }
        var now = clock.instant();
        pdmp.write(
                request,
                patient,
                new PdmpView(state, reportId.strip(), findings.strip(), physician, now));
        news.publishEvent(new PdmpReviewed(request, patient, physician, state, now));
    }

    /** The reports read for a request, the latest of each state. */
    @Transactional(readOnly = true)
    public List<PdmpView> pdmpOf(RequestId request) {
        return pdmp.latest(request);
    }

    /**
     * The states whose monitoring reports must be read: the patient's, the physician's, and where
     * the patient lived.
     */
    @Transactional(readOnly = true)
    public Set<UsState> statesToCheck(RequestId request, PhysicianId physician) {
        return statesToCheck(enrollment.factsOf(request).and(licensing.factsOf(physician)));
    }

    /** The same, from what is known already. */
    public Set<UsState> statesToCheck(Facts known) {
        return FactsOfVisits.statesToCheck(known.location(), known.patient(), known.prescriber());
    }

    /**
     * Puts on record that the physician of this visit evaluated the patient in person, then or at
     * another time. From now on it stands behind every prescription of this physician for this
     * patient.
     */
    @Transactional
    public EvaluationId evaluatedInPerson(
            VisitId visit, PhysicianId physician, NewEvaluation told) {
        return evaluations.record(found(visit, physician), told);
    }

    /** Takes an evaluation out of the count that was recorded by mistake; it stays on record. */
    @Transactional
    public void strike(EvaluationId evaluation, PhysicianId physician, String reason) {
        evaluations.strike(evaluation, physician, reason);
    }

    /**
     * Every evaluation in person of a patient, the latest first. Whoever shows it to staff
     * publishes {@code Seen}.
     */
    @Transactional(readOnly = true)
    public List<EvaluationView> evaluationsOf(PatientId patient) {
        return evaluationBook.of(patient).stream().map(this::view).toList();
    }

    /** Every evaluation a physician put on record, the latest first. */
    @Transactional
    public List<EvaluationView> evaluationsBy(PhysicianId physician) {
        var all = evaluationBook.by(physician);
        all.stream()
                .map(Evaluation::patient)
                .distinct()
                .forEach(patient -> seen(patient, "evaluations in person"));
        return all.stream().map(this::view).toList();
    }

    /**
     * The last visit with each patient whom this physician has not evaluated in person, the latest
     * first, a hundred at most.
     */
    @Transactional
    public List<VisitView> notEvaluatedBy(PhysicianId physician) {
        var found = visits.findAllById(evaluationBook.visitsWithout(physician));
        found.forEach(visit -> seen(visit.patient(), "evaluations in person"));
        return found.stream()
                .sorted(Comparator.comparing(Visit::startsAt).reversed())
                .map(this::view)
                .toList();
    }

    /**
     * What is known of the request's visit, its monitoring reports and of evaluations in person,
     * for the gate.
     */
    @Transactional(readOnly = true)
    public Facts factsOf(RequestId request) {
        var reports = FactsOfVisits.pdmp(request, pdmp.latest(request));
        var visit = held(request).map(FactsOfVisits::encounter).orElse(Facts.none());
        var patient = enrollment.request(request).patient();
        return visit.with(reports).with(FactsOfVisits.federal(evaluationBook.of(patient)));
    }

    /** The signed note of the latest visit, if it was held. */
    @Transactional(readOnly = true)
    public Optional<VisitRecordView> recordOf(RequestId request) {
        return held(request).flatMap(Visit::recordView);
    }

    private Optional<Visit> held(RequestId request) {
        return visits.findFirstByRequestAndStageInOrderByStartsAtDesc(
                request, EnumSet.of(VisitStage.STARTED, VisitStage.FINISHED));
    }

    private Visit found(VisitId visit, PhysicianId physician) {
        return visits.findByIdAndPhysician(visit, physician)
                .orElseThrow(() -> new Refusal.Missing("This visit"));
    }

    private VisitView view(Visit visit) {
        return visit.view(licensing.physician(visit.physician()).name());
    }

    private EvaluationView view(Evaluation evaluation) {
        return evaluation.view(licensing.physician(evaluation.physician()).name());
    }

    private void seen(PatientId patient, String about) {
        news.publishEvent(new Seen(patient, about, clock.instant()));
    }
}
