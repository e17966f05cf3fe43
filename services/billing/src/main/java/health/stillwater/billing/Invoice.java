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
import org.jspecify.annotations.Nullable;

/** One month's invoice, as Stripe last told us. */
@Entity
@Table(schema = "billing", name = "invoice")
class Invoice {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private InvoiceId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private PatientId patient;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "subscription_id"))
    private SubscriptionId subscription;

    private String stripeInvoice;
    private @Nullable String stripePaymentIntent;
    private String number;

    @Enumerated(EnumType.STRING)
    private InvoiceStage stage;

    private long dueCents;
    private long paidCents;
    private Instant createdAt;
    private @Nullable Instant paidAt;
    private @Nullable Instant nextAttemptAt;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected Invoice() {} // for Hibernate

    static Invoice of(Subscription subscription, InvoiceAtStripe there) {
        var invoice = new Invoice();
        invoice.id = InvoiceId.next();
        invoice.patient = subscription.patient();
        invoice.subscription = subscription.id();
        invoice.stripeInvoice = there.id();
        invoice.createdAt = there.createdAt();
        invoice.stage = InvoiceStage.OPEN;
        invoice.standsAtStripe(there);
        return invoice;
    }

    /** Takes over what Stripe says; answers whether it is paid now and was not before. */
    final boolean standsAtStripe(InvoiceAtStripe there) {
        var paidNow = there.stage() == InvoiceStage.PAID && stage != InvoiceStage.PAID;
        stage = there.stage();
        number = there.number();
        dueCents = there.dueCents();
        paidCents = there.paidCents();
        paidAt = there.paidAt();
        nextAttemptAt = there.nextAttemptAt();
        stripePaymentIntent = there.intent();
        return paidNow;
    }

    /** What may still go back, when so much was given back already. */
    Money refundable(Money refunded) {
        return new Money(paidCents).minus(refunded);
    }

    InvoiceView view(Money refunded) {
        return new InvoiceView(
                id,
                number,
                stage,
                new Money(dueCents),
                new Money(paidCents),
                refunded,
                refundable(refunded),
                createdAt,
                paidAt,
                nextAttemptAt);
    }

    InvoiceId id() {
        return id;
    }

    PatientId patient() {
        return patient;
    }

    String number() {
        return number;
    }

    long paidCents() {
        return paidCents;
    }

    String atStripe() {
        return stripeInvoice;
    }

    Optional<String> intent() {
        return Optional.ofNullable(stripePaymentIntent);
    }
}
