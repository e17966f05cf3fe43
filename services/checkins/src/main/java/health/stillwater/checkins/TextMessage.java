package health.stillwater.checkins;

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
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * One text to a patient. An attempt is sent at most once: when nobody knows what came of it, Twilio
 * is asked, and only an attempt that certainly failed is followed by another.
 */
@Entity
@Table(schema = "checkins", name = "text_message")
class TextMessage extends AbstractAggregateRoot<TextMessage> {

    @Id private UUID id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private PatientId patient;

    @Column(name = "plan_id")
    private @Nullable UUID plan;

    private @Nullable Integer day;

    @Enumerated(EnumType.STRING)
    private Wording wording;

    @Enumerated(EnumType.STRING)
    private TextStage stage;

    private Instant since;

    private Instant dueAt;

    private Instant firstDue;

    private @Nullable String phone;

    private @Nullable Instant sentAt;

    private @Nullable String sid;

    private int attempts;

    /** How often Twilio was asked about the present attempt. */
    private int asked;

    private @Nullable Integer errorCode;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected TextMessage() {} // for Hibernate

    private TextMessage(PatientId patient, Wording wording, Instant due, Instant now) {
        this.id = UUID.randomUUID();
        this.patient = patient;
        this.wording = wording;
        this.stage = TextStage.PLANNED;
        this.since = now;
        this.dueAt = due;
        this.firstDue = due;
    }

    static TextMessage checkIn(UUID plan, PatientId patient, int day, Instant due, Instant now) {
        var text = new TextMessage(patient, Wording.CHECK_IN, due, now);
        text.plan = plan;
        text.day = day;
        return text;
    }

    /** An answer to something the patient wrote, due at once. */
    static TextMessage answer(PatientId patient, Wording wording, Instant now) {
        return new TextMessage(patient, wording, now, now);
    }

    /** It is about to be sent, under a number of its own. */
    void isBeingSent(String toPhone, Instant now) {
        become(TextStage.SENDING, now);
        attempts++;
        asked = 0;
        sid = null;
        errorCode = null;
        phone = toPhone;
        sentAt = now;
    }

    void isInDoubt(Instant now) {
        if (stage != TextStage.UNKNOWN) {
            become(TextStage.UNKNOWN, now);
        }
    }

    /** Twilio was asked and does not know of it; how often that was so. */
    int wasNotFound() {
        return ++asked;
    }

    /** Twilio has it, under this number of its own. */
    void taken(String atTwilio, Instant now) {
        sid = atTwilio;
        if (stage == TextStage.SENDING || stage == TextStage.UNKNOWN) {
            become(TextStage.ACCEPTED, now);
            registerEvent(
                    isCheckIn()
                            ? new CheckInSent(id, patient, now)
                            : new AutomaticReplySent(id, patient, now));
        }
    }

    /**
     * What Twilio reports counts only when it leads forward; late and repeated reports change
     * nothing.
     */
    void reached(TextStage reported, Instant now) {
        if (stage.mayBecome(reported)) {
            become(reported, now);
        }
    }

    /** It certainly did not arrive, and is worth another attempt then. */
    void comesAgain(Instant at, @Nullable Integer error, Instant now) {
        become(TextStage.PLANNED, now);
        errorCode = error;
        dueAt = at;
    }

    /** It did not arrive and will not. */
    void failed(@Nullable Integer error, Instant now) {
        become(TextStage.UNDELIVERED, now);
        errorCode = error;
        registerEvent(new MessageUndelivered(id, patient, now));
    }

    /** It is not wanted any more, or overtaken. */
    void withdraw(@Nullable Integer error, Instant now) {
        become(TextStage.WITHDRAWN, now);
        errorCode = error;
        registerEvent(new MessageWithdrawn(id, patient, now));
    }

    private void become(TextStage next, Instant now) {
        if (!stage.mayBecome(next)) {
            throw new IllegalStateException(
                    "text " + id + ": " + stage + " may not become " + next);
        }
        stage = next;
        since = now;
    }

    boolean isCheckIn() {
        return wording == Wording.CHECK_IN;
    }

    UUID id() {
        return id;
    }

    /** Names it among all that were sent to this patient. */
    String reference() {
        return "Text " + id.toString().substring(0, 8).toUpperCase(Locale.ROOT) + ".";
    }

    PatientId patient() {
        return patient;
    }

    @Nullable UUID plan() {
        return plan;
    }

    @Nullable Integer day() {
        return day;
    }

    Wording wording() {
        return wording;
    }

    TextStage stage() {
        return stage;
    }

    Instant since() {
        return since;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant firstDue() {
        return firstDue;
    }

    @Nullable String phone() {
        return phone;
    }

    @Nullable Instant sentAt() {
        return sentAt;
    }

    @Nullable String sid() {
        return sid;
    }

    int attempts() {
        return attempts;
    }

    @Nullable Integer errorCode() {
        return errorCode;
    }
}
