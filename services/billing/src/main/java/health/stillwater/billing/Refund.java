package health.stillwater.billing;

import health.stillwater.kernel.Money;
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
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** Money going back: intended, sent to Stripe, done or refused. */
@Entity
@Table(schema = "billing", name = "refund")
class Refund extends AbstractAggregateRoot<Refund> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private RefundId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "invoice_id"))
    private InvoiceId invoice;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private PatientId patient;

    private long cents;

    @Enumerated(EnumType.STRING)
    private RefundReason reason;

    @Enumerated(EnumType.STRING)
    private RefundStage stage;

    private int attempt;
    private @Nullable String stripeRefund;
    private UUID askedBy;
    private Instant askedAt;
    private @Nullable Instant sentAt;
    private @Nullable String note;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected Refund() {} // for Hibernate

    static Refund ask(Invoice invoice, Money amount, RefundReason reason, UUID by, Instant now) {
        var refund = new Refund();
        refund.id = RefundId.next();
        refund.invoice = invoice.id();
        refund.patient = invoice.patient();
        refund.cents = amount.cents();
        refund.reason = reason;
        refund.stage = RefundStage.PLANNED;
        refund.attempt = 1;
        refund.askedBy = by;
        refund.askedAt = now;
        refund.registerEvent(new RefundRequested(refund.id, refund.invoice, refund.patient, now));
        return refund;
    }

    /** Stripe is about to be asked. Whatever happens next, only asking tells what came of it. */
    void sent(Instant now) {
        become(RefundStage.SENT_UNKNOWN);
        sentAt = now;
    }

    /** The last try is surely over and made nothing: the next goes under a key of its own. */
    void triesAnew() {
        attempt++;
    }

    void refused(String words, Instant now) {
        become(RefundStage.REFUSED);
        note = words;
        registerEvent(new RefundFailed(id, invoice, patient, now));
    }

    /** How it stands at Stripe; said once or ten times, it is the same. */
    void standsAtStripe(RefundAtStripe there, Instant now) {
        stripeRefund = there.id();
        if (stage == there.stage()) {
            return;
        }
        become(there.stage());
        note = there.note();
        switch (stage) {
            case DONE -> registerEvent(new Refunded(id, invoice, patient, now));
            case HUMAN -> registerEvent(new RefundFailed(id, invoice, patient, now));
            case PLANNED, SENT_UNKNOWN, PENDING, REFUSED -> {}
        }
    }

    private void become(RefundStage next) {
        if (!stage.mayBecome(next)) {
            throw new IllegalStateException(stage + " may not become " + next + ": " + id);
        }
        stage = next;
    }

    RefundOrder order(String intent) {
        return new RefundOrder(id, attempt, intent, cents, reason);
    }

    RefundView view() {
        return new RefundView(id, invoice, amount(), reason, stage, askedAt, note);
    }

    RefundId id() {
        return id;
    }

    InvoiceId invoice() {
        return invoice;
    }

    PatientId patient() {
        return patient;
    }

    RefundStage stage() {
        return stage;
    }

    Money amount() {
        return new Money(cents);
    }

    Optional<String> atStripe() {
        return Optional.ofNullable(stripeRefund);
    }
}
