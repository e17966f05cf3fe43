package health.stillwater.outlook;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.enrollment.EnrollmentStage;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.licensing.Licensing;
import health.stillwater.pharmacy.OrderProgress;
import health.stillwater.pharmacy.OrderStage;
import health.stillwater.pharmacy.PharmacyOrders;
import health.stillwater.prescribing.DecisionView;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.review.CaseStage;
import health.stillwater.review.ClaimRows;
import health.stillwater.review.ReviewQueue;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.rulebook.SnapshotView;
import health.stillwater.visits.VisitView;
import health.stillwater.visits.Visits;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Says why one patient is stopped: asks the gate now, for the step that comes next, and reads what
 * it said before. Called as the program, within a transaction.
 */
@Component
class Reasons {

    private final Enrollment enrollment;
    private final Visits visits;
    private final ReviewQueue review;
    private final Prescribing prescribing;
    private final PharmacyOrders orders;
    private final Licensing licensing;
    private final Rulebook rulebook;
    private final People people;
    private final Clock clock;

    Reasons(
            Enrollment enrollment,
            Visits visits,
            ReviewQueue review,
            Prescribing prescribing,
            PharmacyOrders orders,
            Licensing licensing,
            Rulebook rulebook,
            People people,
            Clock clock) {
        this.enrollment = enrollment;
        this.visits = visits;
        this.review = review;
        this.prescribing = prescribing;
        this.orders = orders;
        this.licensing = licensing;
        this.rulebook = rulebook;
        this.people = people;
        this.clock = clock;
    }

    /** The step that comes next, and what is known for it. */
    private record Next(String standing, Moment moment, Facts facts) {}

    PatientOutlook of(PatientId patient) {
        var enrolled = enrollment.of(patient);
        var request = enrolled.request();
        var next = next(patient, request, enrolled.stage());
        var judged =
                ClaimRows.of(
                        rulebook.judge(next.moment(), clock.instant(), next.facts()), next.facts());
        return new PatientOutlook(
                patient,
                request,
                "SW-" + request.toString().substring(0, 8).toUpperCase(Locale.ROOT),
                next.standing(),
                rulebook.read(rulebook.snapshot(judged, next.facts())),
                kept(patient, request),
                visits.evaluationsOf(patient),
                people.find(patient).map(Person::coveredThrough).orElse(null));
    }

    private Next next(PatientId patient, RequestId request, EnrollmentStage enrolled) {
        if (enrolled != EnrollmentStage.ENROLLED) {
            return new Next(
                    "Not enrolled yet. The gate is asked for enrollment.",
                    Moment.ENROLLMENT,
                    known(request));
        }
        var approval = approval(patient);
        if (approval.isPresent()) {
            return afterApproval(patient, approval.get());
        }
        return beforeDecision(patient, request);
    }

    private Facts known(RequestId request) {
        return enrollment
                .factsOf(request)
                .and(visits.factsOf(request))
                .and(licensing.factsOfOrganization());
    }

    private Next beforeDecision(PatientId patient, RequestId request) {
        var physician = visits.of(patient).map(VisitView::physician);
        var stage = review.stageOf(request);
        if (physician.isEmpty() || stage.isEmpty()) {
            var known = known(request);
            return new Next(
                    "Enrolled; the visit is to come. The gate is asked for entry to the queue.",
                    Moment.QUEUE,
                    physician.map(licensing::factsOf).map(known::and).orElse(known));
        }
        return inTheQueue(request, physician.get(), stage.get());
    }

    private Next inTheQueue(RequestId request, PhysicianId physician, CaseStage stage) {
        var facts = review.factsOf(request, physician);
        return switch (stage) {
            case HELD ->
                    new Next(
                            "Held before the queue. The gate is asked for entry to the queue.",
                            Moment.QUEUE,
                            facts);
            case WAITING ->
                    new Next(
                            "Waits in the queue. The gate is asked for a claim by the physician of the"
                                    + " visit; that nobody has claimed it yet shows in D35.",
                            Moment.CLAIM,
                            facts);
            case CLAIMED ->
                    new Next(
                            "With a physician. The gate is asked for the signature; what is written"
                                    + " only then shows as not known.",
                            Moment.SIGNING,
                            facts);
            case PAUSED ->
                    new Next(
                            "Set aside by its physician. The gate is asked for a claim by the"
                                    + " physician of the visit; that nobody holds it shows in D35.",
                            Moment.CLAIM,
                            facts);
            case DECIDED ->
                    new Next(
                            "Declined. The gate is asked for entry to the queue, as for a new request.",
                            Moment.QUEUE,
                            facts);
        };
    }

    private Next afterApproval(PatientId patient, DecisionView approval) {
        var facts = prescribing.factsOf(approval.id(), clock.instant());
        var order = orders.of(patient).stream().findFirst().map(OrderProgress::stage);
        if (order.isEmpty() || !order.get().atThePharmacy()) {
            return new Next(
                    order.filter(stage -> stage == OrderStage.HELD).isPresent()
                            ? "Prescribed; the order is held. The gate is asked for the hand-off."
                            : "Prescribed; the order has not gone out. The gate is asked for the hand-off.",
                    Moment.HAND_OFF,
                    facts);
        }
        return new Next(
                "Prescribed, and the pharmacy has the order. The gate is asked for a new fill of"
                        + " this prescription; what only the next request brings shows as too old.",
                Moment.FILL,
                facts);
    }

    private Optional<DecisionView> approval(PatientId patient) {
        return prescribing.decisionsOf(patient).stream()
                .findFirst()
                .filter(decision -> decision.verdict().prescribes());
    }

    private List<SnapshotView> kept(PatientId patient, RequestId request) {
        var kept = new ArrayList<String>();
        enrollment.lastJudgement(request).ifPresent(kept::add);
        kept.addAll(review.lastJudgements(request));
        kept.addAll(prescribing.lastJudgements(patient));
        orders.lastJudgement(patient).ifPresent(kept::add);
        return kept.stream()
                .map(rulebook::read)
                .sorted(Comparator.comparing(SnapshotView::at).reversed())
                .toList();
    }
}
