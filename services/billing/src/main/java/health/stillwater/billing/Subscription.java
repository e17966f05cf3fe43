package health.stillwater.billing;

import health.stillwater.kernel.PatientId;
import health.stillwater.prescribing.DecisionId;
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
import org.springframework.data.domain.AbstractAggregateRoot;

/** A patient's monthly plan: intended, sent to Stripe, running, over. */
@Entity
@Table(schema = "billing", name = "subscription")
class Subscription extends AbstractAggregateRoot<Subscription> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private SubscriptionId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private long priceCents;

    /** Part of the idempotency key. It grows only when Stripe surely has nothing under the old. */
    private int attempt;

    /**
     * What Stripe was told to charge: frozen with the attempt, or the same key would change words.
     */
    private @Nullable String card;

    private @Nullable String stripeSubscription;
    private @Nullable Instant periodEndsAt;
    private Instant plannedAt;
    private @Nullable Instant sentAt;
    private @Nullable Instant checkedAt;
    private @Nullable String note;

    /** The number of the question whose answer this is. */
    private long answered;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected Subscription() {} // for Hibernate

    static Subscription plan(PatientId patient, DecisionId decision, long priceCents, Instant now) {
        var subscription = new Subscription();
        subscription.id = SubscriptionId.next();
        subscription.patient = patient;
        subscription.stage = Stage.PLANNED;
        subscription.priceCents = priceCents;
        subscription.attempt = 1;
        subscription.plannedAt = now;
        subscription.registerEvent(
                new SubscriptionPlanned(subscription.id, decision, patient, now));
        return subscription;
    }

    /** Stripe is about to be asked. Whatever happens next, only asking tells what came of it. */
    void sent(String withCard, Instant now) {
        become(Stage.STARTING);
        card = withCard;
        sentAt = now;
    }

    /** The last try is surely over and made nothing: the next goes under a key of its own. */
    void triesAnew() {
        if (stage != Stage.STARTING) {
            throw new IllegalStateException("nothing to try anew: " + id);
        }
        attempt++;
    }

    /** The first charge never went through and the plan lapsed; now there is a new card. */
    void plannedAnew(Instant now) {
        become(Stage.PLANNED);
        attempt++;
        stripeSubscription = null;
        periodEndsAt = null;
        plannedAt = now;
    }

    /** Nothing to charge for any more, and Stripe was never asked. */
    void dropped(Instant now) {
        become(Stage.CANCELED);
        tell(now);
    }

    void refused(String words, Instant now) {
        become(Stage.REFUSED);
        note = words;
        registerEvent(new SubscriptionRefused(id, patient, now));
    }

    /** How it stands at Stripe; said once or ten times, it is the same. */
    void standsAtStripe(PlanAtStripe there, Instant now) {
        checkedAt = now;
        answered = there.question();
        if (stripeSubscription == null) {
            stripeSubscription = there.id();
            registerEvent(new SubscriptionStarted(id, patient, now));
        }
        periodEndsAt = there.periodEndsAt();
        if (there.card() != null) {
            card = there.card();
        }
        if (stage != there.stage()) {
            become(there.stage());
            tell(now);
        }
    }

    private void tell(Instant now) {
        switch (stage) {
            case PAST_DUE -> registerEvent(new ChargeFailed(id, patient, now));
            case CANCELED -> registerEvent(new SubscriptionEnded(id, patient, now));
            case PLANNED, STARTING, ACTIVE, REFUSED -> {}
        }
    }

    private void become(Stage next) {
        if (!stage.mayBecome(next)) {
            throw new IllegalStateException(stage + " may not become " + next + ": " + id);
        }
        stage = next;
    }

    /** What Stripe is asked to start, in the same words each time. */
    PlanOrder order(String customer) {
        if (card == null) {
            throw new IllegalStateException("sent without a card: " + id);
        }
        return new PlanOrder(id, attempt, customer, card, priceCents);
    }

    /** Whether this is the plan that Stripe speaks of, and not an earlier, lapsed one. */
    boolean is(PlanAtStripe there) {
        return stripeSubscription == null
                ? there.attempt() == attempt || there.stage() != Stage.CANCELED
                : stripeSubscription.equals(there.id());
    }

    /** Whether this answer came late: a later question was answered before. */
    boolean knowsBetterThan(PlanAtStripe there) {
        return there.question() < answered;
    }

    boolean waitsForAnswer() {
        return stage == Stage.STARTING;
    }

    SubscriptionId id() {
        return id;
    }

    PatientId patient() {
        return patient;
    }

    Stage stage() {
        return stage;
    }

    long priceCents() {
        return priceCents;
    }

    Optional<String> atStripe() {
        return Optional.ofNullable(stripeSubscription);
    }

    Optional<String> card() {
        return Optional.ofNullable(card);
    }

    /** When the next month is charged; none once it is over. */
    @Nullable Instant nextCharge() {
        return stage == Stage.ACTIVE ? periodEndsAt : null;
    }
}
