package health.stillwater.pharmacy;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** One prescription at one pharmacy, from the signed record to the patient's door. */
@Entity
@Table(schema = "pharmacy", name = "medication_order")
class MedicationOrder extends AbstractAggregateRoot<MedicationOrder> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private OrderId id;

    private String number;
    private UUID decisionId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "request_id"))
    private RequestId request;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private PatientId patient;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "pharmacy_id"))
    private PharmacyId pharmacy;

    @Enumerated(EnumType.STRING)
    private OrderStage stage;

    private Instant since;

    /** How often the pharmacy was called, whatever came of it. */
    private int attempts;

    /** Whether physicians and billing staff know of the refusal. */
    private boolean refusalTold;

    /** What the patient reads while a check keeps the order here. */
    private String patientWords = "";

    private String heldBecause = "";

    @Embedded
    @EmbeddedColumnNaming("prescribed_%s")
    private PrescribedDrug prescribed;

    @Embedded
    @EmbeddedColumnNaming("recipient_%s")
    private Recipient recipient;

    @Embedded
    @EmbeddedColumnNaming("prescriber_%s")
    private Prescriber prescriber;

    @Embedded
    @EmbeddedColumnNaming("signed_%s")
    private SignedRecord signed;

    @Embedded
    @EmbeddedColumnNaming("shipment_%s")
    private @Nullable Shipment shipment;

    @Embedded
    @EmbeddedColumnNaming("rejection_%s")
    private @Nullable Rejection rejection;

    @ElementCollection
    @CollectionTable(
            schema = "pharmacy",
            name = "order_step",
            joinColumns = @JoinColumn(name = "order_id", referencedColumnName = "id"))
    @OrderColumn(name = "place")
    private List<Step> steps = new ArrayList<>();

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected MedicationOrder() {} // for Hibernate

    MedicationOrder(
            RequestId request, PatientId patient, PharmacyId pharmacy, Copied copied, Instant now) {
        this.id = OrderId.next();
        this.number = "SW-" + id.toString().substring(0, 8).toUpperCase(Locale.ROOT);
        this.decisionId = copied.signed().decision();
        this.request = request;
        this.patient = patient;
        this.pharmacy = pharmacy;
        this.stage = OrderStage.PLANNED;
        this.since = now;
        this.prescribed = copied.prescribed();
        this.recipient = copied.recipient();
        this.prescriber = copied.prescriber();
        this.signed = copied.signed();
        steps.add(new Step(stage, now, "Stillwater"));
        registerEvent(new OrderPlaced(id, request, patient, now));
    }

    /** The gate does not let it go; the patient reads the first words, staff the second. */
    void hold(String forPatient, String forStaff, Instant now) {
        patientWords = forPatient;
        heldBecause = forStaff;
        if (stage == OrderStage.HELD) {
            return; // It waited before and goes on waiting.
        }
        become(OrderStage.HELD, now, "Stillwater", new OrderHeld(id, request, patient, now));
    }

    /** The pharmacy is about to be called. */
    void isBeingSent(Instant now) {
        attempts++;
        patientWords = "";
        heldBecause = "";
        become(OrderStage.SENDING, now, "Stillwater", null);
    }

    /** The pharmacy was called and nobody knows what it heard. */
    void isInDoubt(Instant now) {
        if (stage != OrderStage.SENT_UNKNOWN) {
            become(OrderStage.SENT_UNKNOWN, now, "Stillwater", null);
        }
    }

    void arrived(Instant now) {
        become(OrderStage.SENT, now, "Stillwater", new OrderSent(id, request, patient, now));
    }

    void accept(String by, Instant now) {
        become(OrderStage.ACCEPTED, now, by, new OrderAccepted(id, request, patient, now));
    }

    void startCompounding(String by, Instant now) {
        become(OrderStage.COMPOUNDING, now, by, new OrderCompounding(id, request, patient, now));
    }

    void ship(String carrier, String tracking, String by, Instant now) {
        become(OrderStage.SHIPPED, now, by, new OrderShipped(id, request, patient, now));
        shipment = Shipment.handedOver(carrier, tracking, now);
    }

    void deliver(Instant at, String by, Instant now) {
        var delivered = Optional.ofNullable(shipment).map(sent -> sent.delivered(at, now));
        become(OrderStage.DELIVERED, now, by, new OrderDelivered(id, request, patient, at));
        shipment = delivered.orElseThrow();
    }

    void refuse(RefusalReason reason, String note, String by, Instant now) {
        rejection = Rejection.of(reason, note, now);
        become(OrderStage.REFUSED, now, by, new OrderRefused(id, request, patient, now));
    }

    /** The physician ended the prescription. Answers whether the order ended with it, now. */
    boolean end(Instant now) {
        var end = stage.endedByPhysician();
        end.ifPresent(next -> ended(next, now));
        return end.isPresent();
    }

    /** The prescription ended, and the pharmacy was asked and never heard of the order. */
    void neverSent(Instant now) {
        ended(OrderStage.WITHDRAWN, now);
    }

    private void ended(OrderStage end, Instant now) {
        patientWords = "";
        heldBecause = "";
        become(end, now, "Stillwater", new OrderEnded(id, request, patient, now));
    }

    /** Whether the refusal must still be told; true once only. */
    boolean refusalIsNews() {
        var news = stage == OrderStage.REFUSED && !refusalTold;
        refusalTold = refusalTold || news;
        return news;
    }

    private void become(OrderStage next, Instant now, String by, @Nullable DomainEvent news) {
        if (!stage.mayBecome(next)) {
            throw new Refusal.Overtaken(
                    "Order "
                            + number
                            + " is now: "
                            + stage.title()
                            + ". Look again before you go on.");
        }
        stage = next;
        since = now;
        steps.add(new Step(next, now, by));
        if (news != null) {
            registerEvent(news);
        }
    }

    OrderRow row() {
        return new OrderRow(
                id, number, stage, recipient.name(), prescribed.drug(), recipient.state(), since);
    }

    OrderView view() {
        var history = steps.stream().map(Step::view).toList();
        return new OrderView(
                id,
                number,
                stage,
                since,
                prescribed,
                recipient,
                prescriber,
                signed,
                shipment,
                rejection,
                stage.nextByPharmacists(),
                history);
    }

    /** The medicine that left, when it has. */
    Optional<Fill> fill() {
        return Optional.ofNullable(shipment)
                .map(sent -> sent.fill(id, pharmacy, prescribed.daysSupply()));
    }

    OrderId id() {
        return id;
    }

    String number() {
        return number;
    }

    RequestId request() {
        return request;
    }

    UUID decisionId() {
        return decisionId;
    }

    PatientId patient() {
        return patient;
    }

    PharmacyId pharmacy() {
        return pharmacy;
    }

    OrderStage stage() {
        return stage;
    }

    Instant since() {
        return since;
    }

    int attempts() {
        return attempts;
    }

    String patientWords() {
        return patientWords;
    }

    @Nullable Shipment shipment() {
        return shipment;
    }

    @Nullable Rejection rejection() {
        return rejection;
    }
}
