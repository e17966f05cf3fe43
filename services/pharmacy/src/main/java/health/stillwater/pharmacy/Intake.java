package health.stillwater.pharmacy;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import health.stillwater.billing.Billing;
import health.stillwater.billing.FirstInvoicePaid;
import health.stillwater.billing.RefundReason;
import health.stillwater.review.FollowUpReason;
import health.stillwater.review.ReviewQueue;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes an order of what was approved and paid, and tells the rooms before us when a pharmacist
 * refused it.
 */
@Service
class Intake {

    private final MedicationOrders orders;
    private final Copying copying;
    private final ReviewQueue review;
    private final Billing billing;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    Intake(
            MedicationOrders orders,
            Copying copying,
            ReviewQueue review,
            Billing billing,
            ObjectProvider<SchedulerClient> scheduler,
            Clock clock) {
        this.orders = orders;
        this.copying = copying;
        this.review = review;
        this.billing = billing;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @ApplicationModuleListener(id = "pharmacy.place-order")
    void on(FirstInvoicePaid news) {
        if (orders.existsByDecisionId(news.decision().value())) {
            return; // The news came twice; one decision makes one order.
        }
        var order = orders.save(copying.orderOf(news, clock.instant()));
        handOver(order.id());
    }

    @ApplicationModuleListener(id = "pharmacy.tell-of-refusal")
    void on(OrderRefused news) {
        var order = orders.locked(news.order()).orElseThrow();
        if (!order.refusalIsNews()) {
            return;
        }
        orders.save(order);
        review.openFollowUp(order.patient(), FollowUpReason.PHARMACY_REFUSED, inWords(order));
        billing.oweRefund(order.patient(), RefundReason.PHARMACY_REJECT);
    }

    @Transactional
    void judgeHeldAgain() {
        orders.findByStage(OrderStage.HELD).forEach(order -> handOver(order.id()));
    }

    private void handOver(OrderId id) {
        var task = PharmacyTasks.HAND_OVER.instance(id.toString()).scheduledTo(clock.instant());
        scheduler.getObject().scheduleIfNotExists(task);
    }

    private static String inWords(MedicationOrder order) {
        var rejection = order.rejection();
        if (rejection == null) {
            throw new IllegalStateException("refused without a reason: " + order.id());
        }
        var note = rejection.note().isEmpty() ? "" : " The pharmacist writes: " + rejection.note();
        return "Order " + order.number() + ": " + rejection.reason().title() + "." + note;
    }
}
