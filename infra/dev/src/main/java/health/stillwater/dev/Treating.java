package health.stillwater.dev;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.keycloak.DemoPerson;
import health.stillwater.prescribing.DecisionForm;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.prescribing.ReadyOutcome;
import health.stillwater.review.CaseStage;
import health.stillwater.review.ClaimOutcome;
import health.stillwater.review.ReviewQueue;
import health.stillwater.rulebook.Judgement;
import health.stillwater.rulebook.Moment;
import health.stillwater.visits.VisitRecord;
import health.stillwater.visits.VisitRecord.Modality;
import health.stillwater.visits.VisitStage;
import health.stillwater.visits.VisitView;
import health.stillwater.visits.Visits;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What patient and physician do together: the visit, and the decision. What is done is not done
 * again.
 */
final class Treating {

    private final Enrollment enrollment;
    private final Visits visits;
    private final ReviewQueue queue;
    private final Prescribing prescribing;
    private final Signature signature;
    private final Clock clock;

    Treating(
            Enrollment enrollment,
            Visits visits,
            ReviewQueue queue,
            Prescribing prescribing,
            Signature signature,
            Clock clock) {
        this.enrollment = enrollment;
        this.visits = visits;
        this.queue = queue;
        this.prescribing = prescribing;
        this.signature = signature;
        this.clock = clock;
    }

    /**
     * The two meet on video at the next quarter of an hour, and the physician reads the monitoring
     * reports.
     */
    void meet(Newcomer patient, DemoPerson physician) throws Exception {
        var doctor = Acts.actor(physician);
        var me = new PhysicianId(physician.id());
        var visit = booked(patient, physician);
        if (visit.stage() == VisitStage.BOOKED) {
            Acts.does(doctor, () -> visits.start(visit.id(), me, patient.countyFips()));
        }
        if (!visit.counts()) {
            Acts.does(doctor, () -> visits.finish(visit.id(), me, note(patient)));
        }
        var read =
                Acts.as(doctor, () -> visits.pdmpOf(visit.request())).stream()
                        .map(report -> report.state())
                        .collect(Collectors.toSet());
        for (var state : Acts.as(doctor, () -> visits.statesToCheck(visit.request(), me))) {
            if (!read.contains(state)) {
                var number = state + "-" + visit.request().toString().substring(0, 8);
                Acts.does(
                        doctor,
                        () ->
                                visits.recordPdmp(
                                        visit.request(),
                                        me,
                                        state,
                                        number,
                                        "No controlled substances in two years."));
            }
        }
        Acts.until(
                "the case of " + patient.person().name() + " in the queue",
                () -> isInTheQueue(visit, physician));
    }

    private boolean isInTheQueue(VisitView visit, DemoPerson physician) throws Exception {
        var stage = stage(visit.request(), physician);
        if (stage.equals(Optional.of(CaseStage.HELD))) {
            Acts.does(Acts.actor(physician), () -> queue.recheck(visit.request()));
        }
        return stage.isPresent() && stage.get() != CaseStage.HELD;
    }

    private VisitView booked(Newcomer patient, DemoPerson physician) throws Exception {
        var me = Acts.actor(patient.person());
        var known =
                Acts.as(me, () -> visits.of(patient.id()))
                        .filter(visit -> visit.stage() != VisitStage.CANCELED);
        if (known.isPresent()) {
            return known.get();
        }
        var request = Acts.as(me, () -> enrollment.of(patient.id())).request();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        var slot =
                Acts.as(me, () -> visits.openSlots(request, today)).stream()
                        .filter(open -> open.physician().value().equals(physician.id()))
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalStateException(physician.name() + " has no time"));
        Acts.does(me, () -> visits.book(request, patient.id(), slot.physician(), slot.startsAt()));
        return Acts.as(me, () -> visits.of(patient.id())).orElseThrow();
    }

    /** Claims the case, writes a prescription, and signs it with the second factor. */
    void approves(Newcomer patient, DemoPerson physician) throws Exception {
        decidesFirst(patient, physician, prescription());
    }

    /** Says no, and signs that too. */
    void declines(Newcomer patient, DemoPerson physician) throws Exception {
        decidesFirst(patient, physician, refusal("NOT_INDICATED", ""));
    }

    private void decidesFirst(Newcomer patient, DemoPerson physician, DecisionForm form)
            throws Exception {
        var request = request(patient);
        if (!stage(request, physician).equals(Optional.of(CaseStage.DECIDED))) {
            var me = new PhysicianId(physician.id());
            decides(
                    request,
                    physician,
                    Acts.as(Acts.actor(physician), () -> queue.claim(request, me)),
                    form);
        }
    }

    /** Takes the case up again: the reason was the wrong one. */
    void corrects(Newcomer patient, DemoPerson physician) throws Exception {
        var doctor = Acts.actor(physician);
        var me = new PhysicianId(physician.id());
        var decisions = Acts.as(doctor, () -> prescribing.decisionsOf(patient.id()));
        if (decisions.size() == 1) {
            var request = request(patient);
            decides(
                    request,
                    physician,
                    Acts.as(doctor, () -> queue.takeUpAgain(request, me)),
                    refusal("NEEDS_IN_CLINIC_CARE", decisions.getFirst().id().toString()));
        }
    }

    private void decides(
            RequestId request, DemoPerson physician, ClaimOutcome outcome, DecisionForm form)
            throws Exception {
        var doctor = Acts.actor(physician);
        var me = new PhysicianId(physician.id());
        if (!(outcome instanceof ClaimOutcome.Claimed claim)) {
            throw stopped(Acts.as(doctor, () -> queue.judge(request, me, Moment.CLAIM)));
        }
        try {
            var ready =
                    Acts.as(
                            doctor,
                            () -> prescribing.readyToSign(request, me, claim.fence(), form));
            switch (ready) {
                case ReadyOutcome.Ready open -> signature.of(physician, open.signing().id());
                case ReadyOutcome.Invalid wrong ->
                        throw new IllegalStateException(wrong.fieldErrors().toString());
                case ReadyOutcome.SecondNeeded needed ->
                        throw new IllegalStateException(
                                "two sign above " + needed.aboveMg() + " mg a session");
                case ReadyOutcome.Stopped stopped -> throw stopped(stopped.judgement());
            }
        } finally {
            if (!stage(request, physician).equals(Optional.of(CaseStage.DECIDED))) {
                Acts.does(doctor, () -> queue.release(request, me));
            }
        }
    }

    private RequestId request(Newcomer patient) throws Exception {
        return Acts.as(Acts.actor(patient.person()), () -> enrollment.of(patient.id())).request();
    }

    private Optional<CaseStage> stage(RequestId request, DemoPerson physician) throws Exception {
        return Acts.as(Acts.actor(physician), () -> queue.stageOf(request));
    }

    private static RuntimeException stopped(Judgement judgement) {
        return new Refusal.Forbidden(
                judgement.stops().stream()
                        .map(verdict -> verdict.row() + ": " + verdict.reason())
                        .collect(Collectors.joining("; ")));
    }

    private static DecisionForm refusal(String reason, String corrected) {
        return DecisionForm.of(
                Map.of(
                        "verdict",
                        "DECLINE",
                        "reason",
                        reason,
                        "words",
                        "This is not the right treatment for you now; here is what may help.",
                        "corrects",
                        corrected));
    }

    private static DecisionForm prescription() {
        return DecisionForm.of(
                Map.ofEntries(
                        Map.entry("verdict", "APPROVE"),
                        Map.entry(
                                "words",
                                "Two medicines at full dose have not helped you. A trial is reasonable; let us start low."),
                        Map.entry(
                                "benefitRisk",
                                "No finding speaks against it; at this dose the benefit is likely to outweigh the risk."),
                        Map.entry(
                                "clinicalDifference",
                                "Needs a small, divisible dose by mouth that is not sold ready-made."),
                        Map.entry("form", "TROCHE"),
                        Map.entry("strengthMg", "100"),
                        Map.entry("unitsPerDose", "1"),
                        Map.entry("dosesPerPeriod", "8"),
                        Map.entry("quantity", "8"),
                        Map.entry("daysSupply", "28"),
                        Map.entry("elsewhere", "NONE"),
                        Map.entry(
                                "directions",
                                "Dissolve 1 troche under the tongue twice a week, with your sitter present.")));
    }

    private static VisitRecord note(Newcomer patient) {
        var anxious = patient.reason().equals("anxiety");
        return new VisitRecord(
                Modality.VIDEO,
                (anxious ? "Generalized anxiety" : "Depression")
                        + " since 2019; two adequate trials without effect.",
                "Letters of the family physician; medication list.",
                anxious
                        ? "Generalized anxiety disorder"
                        : "Major depressive disorder, recurrent, moderate",
                anxious ? "F41.1" : "F33.1",
                "Sertraline 200 mg for 10 weeks, escitalopram 20 mg for 12 weeks.",
                "Discuss a low-dose trial of sublingual ketamine with a sitter present; check-ins every week.");
    }
}
