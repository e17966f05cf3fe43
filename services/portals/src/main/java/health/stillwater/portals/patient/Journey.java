package health.stillwater.portals.patient;

import health.stillwater.billing.PlanView;
import health.stillwater.checkins.CheckInsView;
import health.stillwater.enrollment.EnrollmentStage;
import health.stillwater.enrollment.EnrollmentView;
import health.stillwater.enrollment.EnrollmentView.Step;
import health.stillwater.enrollment.EnrollmentView.StepView;
import health.stillwater.pharmacy.OrderProgress;
import health.stillwater.prescribing.DecisionView;
import health.stillwater.prescribing.NextSupply;
import health.stillwater.prescribing.PrescriberVerdict;
import health.stillwater.review.CaseStage;
import health.stillwater.visits.VisitStage;
import health.stillwater.visits.VisitView;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One request of one patient, as all the rooms together know it now.
 *
 * @param asked whether a physician's question waits for the patient
 * @param decision the latest one about this request
 * @param order the latest one of this request
 * @param supply how it stands with the one after
 */
record Journey(
        EnrollmentView enrollment,
        ZoneId zone,
        PlanView plan,
        Optional<VisitView> visit,
        Optional<CaseStage> review,
        boolean asked,
        Optional<DecisionView> decision,
        Optional<OrderProgress> order,
        NextSupply supply,
        CheckInsView checkIns) {

    boolean done(Step step) {
        return enrollment.steps().stream()
                .filter(view -> view.step() == step)
                .allMatch(StepView::done);
    }

    /** Whether the answers the patient gave are taken over, and open the way. */
    boolean assessed() {
        return done(Step.ASSESSMENT);
    }

    boolean enrolled() {
        return enrollment.stage() == EnrollmentStage.ENROLLED;
    }

    /** Whether it is for the next supply, of a patient in treatment. */
    boolean next() {
        return enrollment.next();
    }

    boolean cardOnFile() {
        return plan.card().onFile();
    }

    /** A visit that is still to come, or going on. */
    Optional<VisitView> comingVisit() {
        return visit.filter(
                held -> held.stage() == VisitStage.BOOKED || held.stage() == VisitStage.STARTED);
    }

    Optional<VisitView> heldVisit() {
        return visit.filter(VisitView::counts);
    }

    boolean approved() {
        return decision.filter(signed -> signed.verdict().prescribes()).isPresent();
    }

    boolean declined() {
        return has(PrescriberVerdict.DECLINE) || has(PrescriberVerdict.REFER);
    }

    boolean stopped() {
        return has(PrescriberVerdict.STOP);
    }

    private boolean has(PrescriberVerdict verdict) {
        return decision.filter(signed -> signed.verdict() == verdict).isPresent();
    }
}
