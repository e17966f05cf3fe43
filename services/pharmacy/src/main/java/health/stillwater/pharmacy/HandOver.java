package health.stillwater.pharmacy;

import health.stillwater.kernel.Refusal;
import health.stillwater.licensing.Licensing;
import health.stillwater.licensing.PharmacyEndpoint;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.Judgement;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.rulebook.TransmissionFacts;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of handing an order over, each in a transaction of its own; the call to the pharmacy
 * stands between them. The gate is asked before every call.
 */
@Service
class HandOver {

    private final MedicationOrders orders;
    private final Prescribing prescribing;
    private final Licensing licensing;
    private final Rulebook rulebook;
    private final JdbcClient jdbc;
    private final Clock clock;

    HandOver(
            MedicationOrders orders,
            Prescribing prescribing,
            Licensing licensing,
            Rulebook rulebook,
            JdbcClient jdbc,
            Clock clock) {
        this.orders = orders;
        this.prescribing = prescribing;
        this.licensing = licensing;
        this.rulebook = rulebook;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is to be done now. */
    @Transactional
    Move next(OrderId id) {
        var order = locked(id);
        return switch (order.stage()) {
            case PLANNED, HELD -> holds(order) ? judged(order) : ended(order);
            case SENDING -> {
                order.isInDoubt(clock.instant()); // We fell over between the call and its outcome.
                orders.save(order);
                yield new Move.Ask(endpointOf(order));
            }
            case SENT_UNKNOWN -> new Move.Ask(endpointOf(order));
            case SENT, ACCEPTED, COMPOUNDING, SHIPPED, DELIVERED, REFUSED, WITHDRAWN, CANCELED ->
                    new Move.Nothing();
        };
    }

    /** The pharmacy was asked and never heard of it. */
    @Transactional
    Move neverArrived(OrderId id) {
        var order = locked(id);
        if (holds(order)) {
            return judged(order);
        }
        order.neverSent(clock.instant());
        orders.save(order);
        return new Move.Nothing();
    }

    @Transactional
    void arrived(OrderId id) {
        var order = locked(id);
        order.arrived(clock.instant());
        if (!holds(order)) {
            order.end(clock.instant()); // The prescription ended while the pharmacy was being told.
        }
        orders.save(order);
    }

    @Transactional
    void isInDoubt(OrderId id) {
        var order = locked(id);
        order.isInDoubt(clock.instant());
        orders.save(order);
    }

    /**
     * The pharmacy's system refused the message itself; it waits here until somebody repaired that.
     */
    @Transactional
    void turnedAway(OrderId id, int status) {
        var order = locked(id);
        order.hold(
                "The pharmacy's system did not take your prescription. We are looking into it.",
                "The pharmacy's ordering system answered "
                        + status
                        + ". Check its address and secret.",
                clock.instant());
        orders.save(order);
    }

    private boolean holds(MedicationOrder order) {
        return prescribing.holds(new DecisionId(order.decisionId()));
    }

    private Move ended(MedicationOrder order) {
        order.end(clock.instant());
        orders.save(order);
        return new Move.Nothing();
    }

    private Move judged(MedicationOrder order) {
        var now = rulebook.holdStill(); // A rule changes before this, or after it.
        var facts =
                prescribing
                        .factsOf(new DecisionId(order.decisionId()), now)
                        .with(transmission(order));
        var judgement = rulebook.judge(Moment.HAND_OFF, now, facts);
        if (judgement.allowed()) {
            order.isBeingSent(now);
        } else {
            order.hold(String.join(" ", judgement.sentencesForPatient()), inWords(judgement), now);
        }
        orders.save(order);
        keep(order, judgement, facts);
        return judgement.allowed()
                ? new Move.Send(endpointOf(order), now, order.view().signed().checkpoint())
                : new Move.Nothing();
    }

    private static TransmissionFacts transmission(MedicationOrder order) {
        return order.attempts() == 0
                ? new TransmissionFacts(TransmissionFacts.Status.NOT_SENT, List.of(), null)
                : new TransmissionFacts(
                        TransmissionFacts.Status.SENT,
                        List.of(order.id().toString()),
                        order.since());
    }

    private void keep(MedicationOrder order, Judgement judgement, Facts facts) {
        jdbc.sql(
                        "insert into pharmacy.judgement (id, order_id, patient_id, judged_at, allowed, snapshot)"
                                + " values (?, ?, ?, ?, ?, ?)")
                .param(UUID.randomUUID())
                .param(order.id().value())
                .param(order.patient().value())
                .param(judgement.at().atOffset(java.time.ZoneOffset.UTC))
                .param(judgement.allowed())
                .param(rulebook.snapshot(judgement, facts))
                .update();
    }

    private static String inWords(Judgement judgement) {
        return judgement.stops().stream()
                .map(stop -> stop.row() + ": " + stop.reason())
                .collect(Collectors.joining("; "));
    }

    private PharmacyEndpoint endpointOf(MedicationOrder order) {
        return licensing.endpoint(order.pharmacy());
    }

    private MedicationOrder locked(OrderId id) {
        return orders.locked(id).orElseThrow(() -> new Refusal.Missing("Order " + id));
    }
}
