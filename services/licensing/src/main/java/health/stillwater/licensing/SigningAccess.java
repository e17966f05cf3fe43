package health.stillwater.licensing;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.rulebook.PrescriberFacts;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * That a physician may sign electronically: entered by one person, approved by a second who is a
 * DEA registrant, and revoked for good once its ground is lost. To sign again takes another one.
 */
@Entity
@Table(schema = "licensing", name = "signing_access")
class SigningAccess extends AbstractAggregateRoot<SigningAccess> {

    @Id private UUID id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "physician_id"))
    private PhysicianId physician;

    private UUID enteredBy;

    private String enteredByName;

    private Instant enteredAt;

    private @Nullable UUID approvedBy;

    private @Nullable String approvedByName;

    private @Nullable Instant approvedAt;

    private @Nullable String approverDea;

    private @Nullable Instant factorAt;

    private @Nullable Instant revokedAt;

    private @Nullable String revokedBecause;

    private @Nullable String revokedByName;

    @Version private @Nullable Integer version; // null until it is saved

    @SuppressWarnings("NullAway.Init")
    protected SigningAccess() {} // for Hibernate

    SigningAccess(PhysicianId physician, Actor entering, Instant now) {
        if (entering.id().equals(physician.value())) {
            throw new Refusal.Forbidden("Nobody enters their own signing access.");
        }
        this.id = UUID.randomUUID();
        this.physician = physician;
        this.enteredBy = entering.id();
        this.enteredByName = entering.name();
        this.enteredAt = now;
        registerEvent(new SigningAccessEntered(id, physician, now));
    }

    /**
     * A second person agrees.
     *
     * @param dea the number under which the approver is registered
     * @param factor when the approver completed their second factor for this
     */
    void isApproved(Actor approver, String dea, Instant factor, Instant now) {
        if (revokedAt != null) {
            throw new Refusal.Overtaken("This signing access was revoked meanwhile.");
        }
        if (approvedAt != null) {
            throw new Refusal.Overtaken("This signing access is approved already.");
        }
        if (approver.id().equals(physician.value()) || approver.id().equals(enteredBy)) {
            throw new Refusal.Forbidden(
                    "Signing access is approved by a second person: not by the one who entered it,"
                            + " and not by the one it is for.");
        }
        approvedBy = approver.id();
        approvedByName = approver.name();
        approvedAt = now;
        approverDea = dea;
        factorAt = factor;
        registerEvent(new SigningAccessApproved(id, physician, now));
    }

    void isRevoked(String because, String by, Instant now) {
        if (revokedAt != null) {
            throw new Refusal.Overtaken("This signing access is revoked already.");
        }
        revokedAt = now;
        revokedBecause = because;
        revokedByName = by;
        registerEvent(new SigningAccessRevoked(id, physician, now));
    }

    /**
     * What the gate is told of it.
     *
     * @param signing what the provider of the second factor last said; null when nobody was asked
     * @param at what came later than this is not known yet
     */
    PrescriberFacts.Epcs facts(@Nullable Held signing, Instant at) {
        var approved = approvedAt != null && !approvedAt.isAfter(at) ? approvedBy : null;
        return new PrescriberFacts.Epcs(
                signing == null ? null : signing.identityProofed(),
                signing == null ? null : signing.secondFactor(),
                enteredBy.toString(),
                approved == null ? null : approved.toString(),
                approved == null ? null : true, // nobody else can approve
                revokedAt != null && !revokedAt.isAfter(at) ? revokedAt : null,
                signing == null ? null : signing.seenAt());
    }

    SigningAccessView view(String holder) {
        return new SigningAccessView(
                id,
                physician,
                holder,
                enteredByName,
                enteredAt,
                approvedByName,
                approvedAt,
                approverDea,
                revokedAt,
                revokedBecause,
                revokedByName);
    }

    UUID id() {
        return id;
    }

    PhysicianId physician() {
        return physician;
    }

    boolean isApproved() {
        return approvedAt != null;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    boolean isEnteredBy(UUID person) {
        return enteredBy.equals(person);
    }
}
