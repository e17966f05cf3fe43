package health.stillwater.dev;

import health.stillwater.billing.Billing;
import health.stillwater.checkins.CheckIns;
import health.stillwater.enrollment.Assessments;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.licensing.Credentialing;
import health.stillwater.licensing.Licensing;
import health.stillwater.pharmacy.PharmacyOrders;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.review.ReviewQueue;
import health.stillwater.sandbox.Sandbox;
import health.stillwater.visits.Visits;
import java.time.Clock;
import org.springframework.beans.factory.BeanFactory;

/** What the people of the demonstration can do, through the doors of the rooms. */
record Hands(
        Staff staff, Signature signature, Joining joining, Treating treating, Filling filling) {

    static Hands on(BeanFactory rooms, Sandbox sandbox, Clock clock, Setup setup) {
        var enrollment = rooms.getBean(Enrollment.class);
        var signature = new Signature(setup.application());
        return new Hands(
                new Staff(
                        rooms.getBean(Licensing.class),
                        rooms.getBean(Credentialing.class),
                        sandbox,
                        clock),
                signature,
                new Joining(
                        rooms.getBean(Assessments.class),
                        enrollment,
                        rooms.getBean(Billing.class),
                        sandbox,
                        setup.application()),
                new Treating(
                        enrollment,
                        rooms.getBean(Visits.class),
                        rooms.getBean(ReviewQueue.class),
                        rooms.getBean(Prescribing.class),
                        signature,
                        clock),
                new Filling(
                        rooms.getBean(PharmacyOrders.class), rooms.getBean(CheckIns.class), clock));
    }
}
