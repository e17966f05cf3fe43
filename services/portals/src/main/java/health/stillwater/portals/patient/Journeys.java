package health.stillwater.portals.patient;

import health.stillwater.billing.Billing;
import health.stillwater.checkins.CheckIns;
import health.stillwater.checkins.CheckInsView;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.enrollment.EnrollmentView;
import health.stillwater.kernel.PatientId;
import health.stillwater.pharmacy.OrderProgress;
import health.stillwater.pharmacy.PharmacyOrders;
import health.stillwater.portals.shell.Moments;
import health.stillwater.prescribing.DecisionView;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.review.Casework;
import health.stillwater.review.ReviewQueue;
import health.stillwater.visits.Visits;
import java.time.ZoneId;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** Asks every room about one patient, for the page that shows it all. */
@Component
class Journeys {

    private final Enrollment enrollment;
    private final Billing billing;
    private final Visits visits;
    private final ReviewQueue reviews;
    private final Casework casework;
    private final Prescribing prescribing;
    private final PharmacyOrders orders;
    private final CheckIns checkIns;

    Journeys(
            Enrollment enrollment,
            Billing billing,
            Visits visits,
            ReviewQueue reviews,
            Casework casework,
            Prescribing prescribing,
            PharmacyOrders orders,
            CheckIns checkIns) {
        this.enrollment = enrollment;
        this.billing = billing;
        this.visits = visits;
        this.reviews = reviews;
        this.casework = casework;
        this.prescribing = prescribing;
        this.orders = orders;
        this.checkIns = checkIns;
    }

    Journey of(PatientId me) {
        var mine = enrollment.of(me);
        return new Journey(
                mine,
                zone(mine),
                billing.planOf(me),
                visits.of(me).filter(visit -> visit.request().equals(mine.request())),
                reviews.stageOf(mine.request()),
                casework.questionsTo(me).stream().anyMatch(asked -> asked.end().isEmpty()),
                prescribing.decisionsOf(me).stream()
                        .filter(decision -> decision.request().equals(mine.request()))
                        .max(Comparator.comparing(DecisionView::signedAt)),
                orders.of(me).stream()
                        .filter(order -> order.request().equals(mine.request()))
                        .max(Comparator.comparing(OrderProgress::since)),
                prescribing.nextSupply(me),
                checkIns(mine));
    }

    /** Nobody is asked how they are before they told us who they are. */
    private CheckInsView checkIns(EnrollmentView mine) {
        return mine.profile() == null
                ? CheckInsView.none(Moments.HOUSE)
                : checkIns.of(mine.patient());
    }

    /** Where the patient lives, once they said so. */
    ZoneId zone(EnrollmentView mine) {
        return mine.profile() == null ? Moments.HOUSE : enrollment.patient(mine.patient()).zone();
    }
}
