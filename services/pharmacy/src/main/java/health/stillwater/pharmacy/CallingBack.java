package health.stillwater.pharmacy;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import health.stillwater.kernel.Refusal;
import health.stillwater.licensing.Licensing;
import health.stillwater.licensing.PharmacyEndpoint;
import health.stillwater.review.FollowUpReason;
import health.stillwater.review.ReviewQueue;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a pharmacy's own system that an order it has is canceled. Each step is a transaction of its
 * own and the call stands between them; while the pharmacy stays silent a physician is asked to
 * telephone.
 */
@Service
class CallingBack {

    /** What is to be done next, and with whom. */
    sealed interface Step {

        record Tell(PharmacyEndpoint whom, PharmacyMessage message) implements Step {}

        record Ask(PharmacyEndpoint whom, UUID message) implements Step {}

        record Nothing() implements Step {}
    }

    private final Cancellations cancellations;
    private final MedicationOrders orders;
    private final Licensing licensing;
    private final ReviewQueue review;
    private final LineSettings settings;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    CallingBack(
            Cancellations cancellations,
            MedicationOrders orders,
            Licensing licensing,
            ReviewQueue review,
            LineSettings settings,
            ObjectProvider<SchedulerClient> scheduler,
            Clock clock) {
        this.cancellations = cancellations;
        this.orders = orders;
        this.licensing = licensing;
        this.review = review;
        this.settings = settings;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @ApplicationModuleListener(id = "pharmacy.tell-of-cancellation")
    void on(OrderEnded news) {
        var order = orders.findById(news.order()).orElseThrow();
        if (order.stage() != OrderStage.CANCELED || cancellations.existsById(news.order())) {
            return; // No pharmacy has it, or the news came twice.
        }
        cancellations.save(new Cancellation(news.order(), news.subject(), clock.instant()));
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        CancellationTasks.TELL
                                .instance(news.order().toString())
                                .scheduledTo(clock.instant()));
    }

    @Transactional
    Step next(OrderId id) {
        var found = locked(id);
        var whom = licensing.endpoint(orders.findById(id).orElseThrow().pharmacy());
        return switch (found.stage()) {
            case PLANNED -> {
                found.isBeingTold(clock.instant());
                cancellations.save(found);
                yield new Step.Tell(
                        whom, PharmacyMessage.canceled(found.message(), id, clock.instant()));
            }
            case TELLING, UNKNOWN -> {
                found.isInDoubt(clock.instant());
                cancellations.save(found);
                yield new Step.Ask(whom, found.message());
            }
            case TOLD -> new Step.Nothing();
        };
    }

    /** What the pharmacy answered. Whether it knows now. */
    @Transactional
    boolean heard(OrderId id, Step step, Reply reply) {
        var found = locked(id);
        var now = clock.instant();
        switch (reply) {
            case Reply.HasIt _ -> found.told(now);
            case Reply.NeverHeardOfIt _ -> found.wasNotTaken(now);
            case Reply.TurnedAway _ when step instanceof Step.Tell -> found.wasNotTaken(now);
            case Reply.TurnedAway _, Reply.Unknown _ -> found.isInDoubt(now);
        }
        if (found.needsAHuman(settings.callAfter(), now)) {
            review.openFollowUp(found.patient(), FollowUpReason.PHARMACY_NOT_TOLD, inWords(id));
        }
        cancellations.save(found);
        return found.stage() == Cancellation.Stage.TOLD;
    }

    private String inWords(OrderId id) {
        var order = orders.findById(id).orElseThrow();
        var pharmacy = licensing.pharmacy(order.pharmacy());
        return "Order "
                + order.number()
                + " is canceled, and the ordering system of "
                + pharmacy.name()
                + " has not confirmed it. Call the pharmacist at "
                + pharmacy.phone()
                + ": it must not be dispensed. We go on trying.";
    }

    private Cancellation locked(OrderId id) {
        return cancellations
                .locked(id)
                .orElseThrow(() -> new Refusal.Missing("The cancellation of order " + id));
    }
}
