package health.stillwater.pharmacy;

import health.stillwater.billing.Billing;
import health.stillwater.billing.RefundReason;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.Filled;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.prescribing.PrescriptionEnded;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * What passes between an order and its prescription: a fill is told, and an order ends when its
 * prescription does. Heard twice is heard once.
 */
@Component
class CourseNews {

    private final MedicationOrders orders;
    private final Prescribing prescribing;
    private final Enrollment enrollment;
    private final Billing billing;
    private final Clock clock;

    CourseNews(
            MedicationOrders orders,
            Prescribing prescribing,
            Enrollment enrollment,
            Billing billing,
            Clock clock) {
        this.orders = orders;
        this.prescribing = prescribing;
        this.enrollment = enrollment;
        this.billing = billing;
        this.clock = clock;
    }

    @ApplicationModuleListener(id = "pharmacy.tell-of-fill")
    void on(OrderShipped news) {
        var order = orders.findById(news.order()).orElseThrow();
        var prescription = prescribing.prescription(new DecisionId(order.decisionId()));
        var zone = enrollment.patient(news.subject()).zone();
        prescribing.filled(
                new Filled(
                        prescription.decision(),
                        news.order().value(),
                        LocalDate.ofInstant(news.at(), zone),
                        prescription.quantity(),
                        prescription.daysSupply()));
    }

    /** What was paid for and never shipped goes back, unless another prescription follows. */
    @ApplicationModuleListener(id = "pharmacy.end-what-was-ended")
    void on(PrescriptionEnded news) {
        orders.findByDecisionId(news.prescription().value())
                .flatMap(found -> orders.locked(found.id()))
                .filter(order -> order.end(clock.instant()))
                .ifPresent(
                        order -> {
                            orders.save(order);
                            if (news.how() == PrescriptionEnded.How.STOPPED) {
                                billing.oweRefund(news.subject(), RefundReason.TREATMENT_STOPPED);
                            }
                        });
    }
}
