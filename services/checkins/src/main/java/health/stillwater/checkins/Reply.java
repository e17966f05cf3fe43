package health.stillwater.checkins;

import health.stillwater.kernel.PatientId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * What a patient texted us, or answered on the website. Kept as it came, before anybody tries to
 * understand it.
 */
@Entity
@Table(schema = "checkins", name = "reply")
class Reply extends AbstractAggregateRoot<Reply> {

    @Id private UUID id;

    private @Nullable String sid;

    private @Nullable String phone;

    private String words;

    private @Nullable String optOutType;

    private Instant receivedAt;

    private @Nullable Instant readAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private @Nullable PatientId patient;

    @Column(name = "check_in_id")
    private @Nullable UUID checkIn;

    private @Nullable Integer score;

    private boolean alarming;

    private @Nullable String meaning;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected Reply() {} // for Hibernate

    /** Who wrote it is known; what it means, now too. */
    void isUnderstood(PatientId from, @Nullable UUID toCheckIn, Understood as, Instant now) {
        patient = from;
        checkIn = toCheckIn;
        score = toCheckIn == null ? null : as.score();
        alarming = as.alarming();
        meaning = as.meaning();
        readAt = now;
        if (texted()) { // What came by the website was told when it was kept.
            registerEvent(new ReplyReceived(id, from, now));
        }
        if (score != null) {
            registerEvent(new CheckInAnswered(id, from, now));
        }
        if (alarming) {
            registerEvent(new AlarmRaised(id, from, now));
        }
    }

    /** We never texted this phone: there is nobody to ask about it. */
    void isFromNobodyWeKnow(Understood as, Instant now) {
        alarming = as.alarming();
        meaning = as.meaning();
        readAt = now;
    }

    boolean isRead() {
        return readAt != null;
    }

    UUID id() {
        return id;
    }

    /** Names it among all that this patient answered. */
    String reference() {
        return "Reply " + id.toString().substring(0, 8).toUpperCase(Locale.ROOT) + ".";
    }

    /** Whether it came by text, and not on the website. */
    boolean texted() {
        return phone != null;
    }

    @Nullable String phone() {
        return phone;
    }

    @Nullable PatientId patient() {
        return patient;
    }

    String words() {
        return words;
    }

    @Nullable String optOutType() {
        return optOutType;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    @Nullable UUID checkIn() {
        return checkIn;
    }

    @Nullable Integer score() {
        return score;
    }

    @Nullable String meaning() {
        return meaning;
    }
}
