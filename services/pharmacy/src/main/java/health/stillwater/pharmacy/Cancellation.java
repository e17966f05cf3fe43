package health.stillwater.pharmacy;

import health.stillwater.kernel.PatientId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.domain.AbstractAggregateRoot;

/** That a pharmacy has an order it must not dispense, and whether its own system was told so. */
@Entity
@Table(schema = "pharmacy", name = "cancellation")
class Cancellation extends AbstractAggregateRoot<Cancellation> {

    enum Stage {
        /** The pharmacy has certainly not heard of it yet. */
        PLANNED,
        /** It is being called. Found again after a fall, it is {@link #UNKNOWN}. */
        TELLING,
        /** It was called, and nobody knows what it heard. */
        UNKNOWN,
        TOLD
    }

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "order_id"))
    private OrderId order;

    private UUID message;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private Instant plannedAt;
    private Instant since;

    /** Whether somebody was asked to telephone. */
    private boolean humanTold;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected Cancellation() {} // for Hibernate

    Cancellation(OrderId order, PatientId patient, Instant now) {
        this.order = order;
        this.message = UUID.randomUUID();
        this.patient = patient;
        this.stage = Stage.PLANNED;
        this.plannedAt = now;
        this.since = now;
    }

    /** The pharmacy is about to be called. */
    void isBeingTold(Instant now) {
        become(Stage.TELLING, now);
    }

    void isInDoubt(Instant now) {
        become(Stage.UNKNOWN, now);
    }

    /** The pharmacy certainly does not have the message; it is told again later. */
    void wasNotTaken(Instant now) {
        become(Stage.PLANNED, now);
    }

    void told(Instant now) {
        if (stage != Stage.TOLD) {
            become(Stage.TOLD, now);
            registerEvent(new CancellationTold(order, patient, now));
        }
    }

    /** Whether a human must call the pharmacy now; true once only. */
    boolean needsAHuman(Duration patience, Instant now) {
        var needs = stage != Stage.TOLD && !humanTold && !now.isBefore(plannedAt.plus(patience));
        humanTold = humanTold || needs;
        return needs;
    }

    private void become(Stage next, Instant now) {
        if (stage == Stage.TOLD) {
            return; // What the pharmacy has, it has.
        }
        stage = next;
        since = now;
    }

    OrderId order() {
        return order;
    }

    UUID message() {
        return message;
    }

    PatientId patient() {
        return patient;
    }

    Stage stage() {
        return stage;
    }
}
