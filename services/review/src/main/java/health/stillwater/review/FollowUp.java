package health.stillwater.review;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
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

/**
 * Something between decisions that a physician must look after, until one wrote down how it ended.
 */
@Entity
@Table(schema = "review", name = "follow_up")
class FollowUp {

    private static final int OUTCOME_MAX = 4000;

    @Id private UUID id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private FollowUpReason reason;

    private String about;

    private Instant openedAt;

    private Instant dueAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "closed_by"))
    private @Nullable PhysicianId closedBy;

    private @Nullable Instant closedAt;

    private @Nullable String outcome;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected FollowUp() {} // for Hibernate

    FollowUp(PatientId patient, FollowUpReason reason, String about, Instant now) {
        this.id = UUID.randomUUID();
        this.patient = patient;
        this.reason = reason;
        this.about = about;
        this.openedAt = now;
        this.dueAt = now.plus(reason.within());
    }

    void close(PhysicianId physician, String how, Instant now) {
        if (closedAt != null) {
            throw new Refusal.Overtaken("Another physician has closed this follow-up.");
        }
        if (how.isBlank()) {
            throw new Refusal.Forbidden("Write down what was done, then close the follow-up.");
        }
        if (how.length() > OUTCOME_MAX) {
            throw new Refusal.Forbidden("Keep the outcome under " + OUTCOME_MAX + " characters.");
        }
        closedBy = physician;
        closedAt = now;
        outcome = how.strip();
    }

    boolean isOpen() {
        return closedAt == null;
    }

    FollowUpRow row(UsState state, boolean known, Instant now) {
        return new FollowUpRow(
                id, reason, reason.urgency(), state, dueAt, now.isAfter(dueAt), known);
    }

    UUID id() {
        return id;
    }

    PatientId patient() {
        return patient;
    }

    FollowUpReason reason() {
        return reason;
    }

    String about() {
        return about;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    @Nullable Instant closedAt() {
        return closedAt;
    }

    @Nullable String outcome() {
        return outcome;
    }
}
