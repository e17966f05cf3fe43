package health.stillwater.pharmacy;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.Seen;
import health.stillwater.licensing.Licensing;
import health.stillwater.runtime.Acting;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the pharmacy room: orders, as the pharmacist and the patient see them. */
@Service
public class PharmacyOrders {

    /** The longest list of orders that is shown at once. */
    public static final int MOST = 200;

    private final MedicationOrders orders;
    private final Licensing licensing;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    PharmacyOrders(
            MedicationOrders orders,
            Licensing licensing,
            JdbcClient jdbc,
            ApplicationEventPublisher news,
            Clock clock) {
        this.orders = orders;
        this.licensing = licensing;
        this.jdbc = jdbc;
        this.news = news;
        this.clock = clock;
    }

    /** How many orders this pharmacy has in each stage; none where it has none. */
    @Transactional(readOnly = true)
    public Map<OrderStage, Long> countsOf(PharmacyId pharmacy) {
        return orders.countsOf(pharmacy).stream()
                .filter(count -> count.stage().atThePharmacy())
                .collect(
                        Collectors.toMap(
                                MedicationOrders.Count::stage, MedicationOrders.Count::orders));
    }

    /**
     * The orders this pharmacy has in these stages, the ones waiting longest first, or the latest
     * first; {@value #MOST} at most. Leaves a trace of each that was shown.
     */
    @Transactional
    public List<OrderRow> ordersOf(
            PharmacyId pharmacy, Set<OrderStage> stages, boolean latestFirst) {
        var order = Sort.by(latestFirst ? Sort.Direction.DESC : Sort.Direction.ASC, "since");
        var theirs = stages.stream().filter(OrderStage::atThePharmacy).toList();
        var shown = orders.findByPharmacyAndStageIn(pharmacy, theirs, order, Limit.of(MOST));
        shown.forEach(one -> seen(one, "order list, order "));
        return shown.stream().map(MedicationOrder::row).toList();
    }

    /**
     * One order of this pharmacy with all its pharmacist needs; leaves a trace that it was seen.
     */
    @Transactional
    public OrderView order(OrderId id, PharmacyId pharmacy) {
        var order = ordered(id, pharmacy);
        seen(order, "order ");
        return order.view();
    }

    @Transactional
    public void accept(OrderId id, PharmacyId pharmacy) {
        act(id, pharmacy, (order, by) -> order.accept(by, clock.instant()));
    }

    @Transactional
    public void startCompounding(OrderId id, PharmacyId pharmacy) {
        act(id, pharmacy, (order, by) -> order.startCompounding(by, clock.instant()));
    }

    @Transactional
    public void ship(OrderId id, PharmacyId pharmacy, String carrier, String tracking) {
        act(id, pharmacy, (order, by) -> order.ship(carrier, tracking, by, clock.instant()));
    }

    @Transactional
    public void deliver(OrderId id, PharmacyId pharmacy, Instant at) {
        act(id, pharmacy, (order, by) -> order.deliver(at, by, clock.instant()));
    }

    @Transactional
    public void refuse(OrderId id, PharmacyId pharmacy, RefusalReason reason, String note) {
        act(id, pharmacy, (order, by) -> order.refuse(reason, note, by, clock.instant()));
    }

    /** The orders of a patient, newest first. */
    @Transactional(readOnly = true)
    public List<OrderProgress> of(PatientId patient) {
        return orders.findByPatientOrderBySinceDesc(patient).stream().map(this::progress).toList();
    }

    /** What was sent to a patient, the first first. */
    @Transactional(readOnly = true)
    public List<Fill> fillsOf(PatientId patient) {
        return orders.findByPatientOrderBySinceDesc(patient).stream()
                .flatMap(order -> order.fill().stream())
                .sorted(Comparator.comparing(Fill::shippedAt))
                .toList();
    }

    /** What the gate last said before an order of this patient's went out. For the program. */
    @Transactional(readOnly = true)
    public Optional<String> lastJudgement(PatientId patient) {
        return jdbc.sql(
                        "select snapshot from pharmacy.judgement where patient_id = ? order by judged_at desc limit 1")
                .param(patient.value())
                .query(String.class)
                .optional();
    }

    private void act(OrderId id, PharmacyId pharmacy, BiConsumer<MedicationOrder, String> deed) {
        var order = ordered(id, pharmacy);
        deed.accept(order, Acting.now().name());
        orders.save(order);
    }

    private MedicationOrder ordered(OrderId id, PharmacyId pharmacy) {
        return orders.findByIdAndPharmacy(id, pharmacy)
                .filter(order -> order.stage().atThePharmacy())
                .orElseThrow(() -> new Refusal.Missing("This order"));
    }

    private void seen(MedicationOrder order, String what) {
        if (Acting.now().kind().staff()) {
            news.publishEvent(new Seen(order.patient(), what + order.id(), clock.instant()));
        }
    }

    private OrderProgress progress(MedicationOrder order) {
        var pharmacy = licensing.pharmacy(order.pharmacy());
        return new OrderProgress(
                order.id(),
                order.request(),
                order.number(),
                order.stage(),
                order.since(),
                words(order),
                pharmacy.name(),
                pharmacy.phone(),
                order.shipment());
    }

    private static String words(MedicationOrder order) {
        return switch (order.stage()) {
            case PLANNED, SENDING, SENT_UNKNOWN ->
                    "We are sending your prescription to the pharmacy.";
            case HELD -> order.patientWords();
            case SENT -> "The pharmacy has your prescription.";
            case ACCEPTED -> "A pharmacist has accepted your prescription.";
            case COMPOUNDING -> "The pharmacy is preparing your medication.";
            case SHIPPED -> "Your package is on its way.";
            case DELIVERED -> "Your package was delivered.";
            case WITHDRAWN, CANCELED ->
                    "Your physician ended this prescription. Nothing is sent to you.";
            case REFUSED ->
                    "The pharmacy could not fill your prescription. A clinician is looking at it, and we owe you a"
                            + " refund for what you paid.";
        };
    }
}
