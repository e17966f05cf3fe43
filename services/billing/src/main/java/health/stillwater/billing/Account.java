package health.stillwater.billing;

import health.stillwater.kernel.PatientId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** A patient's money with us: the customer at Stripe, and the card on file. */
@Entity
@Table(schema = "billing", name = "account")
class Account extends AbstractAggregateRoot<Account> {

    private static final Duration PAGE_LIFE = Duration.ofHours(25);

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private PatientId patient;

    /** All that Stripe is told about whose account this is. */
    private UUID reference;

    private String email;
    private @Nullable String stripeCustomer;

    /** The hosted page the patient was sent to last. */
    private @Nullable String openSession;

    private @Nullable Instant sessionOpenedAt;
    private @Nullable String card;
    private @Nullable String cardBrand;
    private @Nullable String cardLast4;
    private @Nullable Integer cardMonth;
    private @Nullable Integer cardYear;
    private @Nullable Instant cardSetUpAt;
    private Instant openedAt;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected Account() {} // for Hibernate

    static Account open(PatientId patient, String email, Instant now) {
        var account = new Account();
        account.patient = patient;
        account.reference = UUID.randomUUID();
        account.email = email;
        account.openedAt = now;
        return account;
    }

    void reachedAt(String email) {
        this.email = email;
    }

    void isAtStripe(String customer) {
        if (stripeCustomer != null && !stripeCustomer.equals(customer)) {
            throw new IllegalStateException("two customers for one account: " + reference);
        }
        stripeCustomer = customer;
    }

    /** The patient was sent to type a card. */
    void sentTo(String session, Instant now) {
        openSession = session;
        sessionOpenedAt = now;
        registerEvent(new CardPageOpened(patient, now));
    }

    /** Stripe keeps a card now; answers whether it is news. An older card never replaces it. */
    boolean keeps(SavedCard saved, Instant now) {
        openSession = null;
        var old = cardSetUpAt != null && saved.setUpAt().isBefore(cardSetUpAt);
        if (old || saved.id().equals(card)) {
            return false;
        }
        card = saved.id();
        cardBrand = saved.brand();
        cardLast4 = saved.last4();
        cardMonth = saved.month();
        cardYear = saved.year();
        cardSetUpAt = saved.setUpAt();
        registerEvent(new CardSaved(patient, now));
        return true;
    }

    PatientId patient() {
        return patient;
    }

    UUID reference() {
        return reference;
    }

    String email() {
        return email;
    }

    Optional<String> customer() {
        return Optional.ofNullable(stripeCustomer);
    }

    Optional<String> card() {
        return Optional.ofNullable(card);
    }

    /** The page on which a card may have been saved without our knowing; it closes after a day. */
    Optional<String> openSession(Instant now) {
        return Optional.ofNullable(openSession)
                .filter(
                        session ->
                                sessionOpenedAt != null
                                        && now.isBefore(sessionOpenedAt.plus(PAGE_LIFE)));
    }

    CardView cardView() {
        return card == null
                ? CardView.NONE
                : new CardView(
                        true,
                        cardBrand,
                        cardLast4,
                        String.format(Locale.ROOT, "%02d/%d", cardMonth, cardYear));
    }
}
