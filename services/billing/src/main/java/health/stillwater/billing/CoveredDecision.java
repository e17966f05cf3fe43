package health.stillwater.billing;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.PrescriptionApproved;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** An approved decision, and since when it is paid for. */
@Entity
@Table(schema = "billing", name = "covered_decision")
class CoveredDecision extends AbstractAggregateRoot<CoveredDecision> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "decision_id"))
    private DecisionId decision;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "request_id"))
    private RequestId request;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private PatientId patient;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "subscription_id"))
    private SubscriptionId subscription;

    private Instant approvedAt;
    private @Nullable Instant paidAt;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected CoveredDecision() {} // for Hibernate

    static CoveredDecision by(SubscriptionId subscription, PrescriptionApproved news) {
        var covered = new CoveredDecision();
        covered.decision = news.decision();
        covered.request = news.request();
        covered.patient = news.subject();
        covered.subscription = subscription;
        covered.approvedAt = news.at();
        return covered;
    }

    /** The money is here. Told once, however often we hear of it. */
    void paid(Instant now) {
        if (paidAt != null) {
            return;
        }
        paidAt = now;
        registerEvent(new FirstInvoicePaid(decision, request, patient, now));
    }
}
