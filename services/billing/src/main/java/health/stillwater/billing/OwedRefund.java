package health.stillwater.billing;

import health.stillwater.kernel.PatientId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** Money we owe back and have not sent: a line on the list of billing staff. */
@Entity
@Table(schema = "billing", name = "owed_refund")
class OwedRefund extends AbstractAggregateRoot<OwedRefund> {

    @Id private UUID id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private RefundReason reason;

    private Instant since;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "refund_id"))
    private @Nullable RefundId refund;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected OwedRefund() {} // for Hibernate

    static OwedRefund to(PatientId patient, RefundReason reason, Instant now) {
        var owed = new OwedRefund();
        owed.id = UUID.randomUUID();
        owed.patient = patient;
        owed.reason = reason;
        owed.since = now;
        owed.registerEvent(new RefundOwed(reason, patient, now));
        return owed;
    }

    void settledBy(RefundId sent) {
        refund = sent;
    }

    /** The refund came to nothing, so it is owed still. */
    void owedStill() {
        refund = null;
    }

    OwedRefundView view() {
        return new OwedRefundView(reason, since);
    }
}
