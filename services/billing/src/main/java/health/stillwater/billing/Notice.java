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
import org.jspecify.annotations.Nullable;

/** What one webhook said, word for word. Believed only after asking Stripe. */
@Entity
@Table(schema = "billing", name = "notice")
class Notice {

    @Id private String id;
    private String type;
    private @Nullable String objectId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private @Nullable PatientId patient;

    @Enumerated(EnumType.STRING)
    private NoticeStage stage;

    private String payload;
    private Instant receivedAt;
    private @Nullable Instant readAt;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected Notice() {} // for Hibernate

    /** What became of it; once it is decided it stays. */
    void became(NoticeStage next, @Nullable PatientId about, Instant now) {
        if (stage != NoticeStage.KEPT) {
            return;
        }
        stage = next;
        patient = about;
        readAt = now;
    }

    /** What it is about, while there is still something to do. */
    StripeNotice.@Nullable About toRead() {
        return stage == NoticeStage.KEPT && objectId != null
                ? new StripeNotice.About(id, type, objectId)
                : null;
    }

    NoticeView view() {
        return new NoticeView(id, type, stage, receivedAt);
    }
}
