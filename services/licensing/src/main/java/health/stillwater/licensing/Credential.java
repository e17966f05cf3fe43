package health.stillwater.licensing;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
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
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * A license or registration as it stands now. What its holder told of it counts for nothing until
 * its source has said the same. The database keeps how it stood before.
 */
@Entity
@Table(schema = "licensing", name = "credential")
class Credential extends AbstractAggregateRoot<Credential> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private CredentialId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "physician_id"))
    private @Nullable PhysicianId physician;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "pharmacy_id"))
    private @Nullable PharmacyId pharmacy;

    @Column(name = "organization_id")
    private @Nullable UUID organization;

    @Enumerated(EnumType.STRING)
    private CredentialKind kind;

    @Enumerated(EnumType.STRING)
    private @Nullable UsState state;

    @Embedded private Stand stand;

    /** Since when it stands so. */
    private Instant changedAt;

    @Embedded
    @EmbeddedColumnNaming("evidence_%s")
    private @Nullable Evidence evidence;

    private @Nullable Instant askedAt;

    private @Nullable Instant silentSince;

    @Version private @Nullable Integer version; // null until it is saved

    @SuppressWarnings("NullAway.Init")
    protected Credential() {} // for Hibernate

    Credential(Holder holder, NewCredential told, Instant now) {
        this.id = CredentialId.next();
        this.physician = holder.physician();
        this.pharmacy = holder.pharmacy();
        this.organization = holder.organization();
        this.kind = checked(told);
        this.state = told.state();
        this.stand = Stand.told(told);
        this.changedAt = now;
    }

    private static CredentialKind checked(NewCredential told) {
        var kind = CredentialKind.of(told);
        kind.objectionTo(told.number())
                .ifPresent(
                        why -> {
                            throw new IllegalArgumentException(told.number() + ": " + why);
                        });
        return kind;
    }

    void isAsked(Instant now) {
        askedAt = now;
    }

    /**
     * Its source spoke.
     *
     * @param over whether its last day is over, so that its loss was told already
     */
    void hears(BoardAnswer.Told told, boolean over, Instant now) {
        var wasGood = stand.isGoodAt(now) && !over;
        if (becomes(stand.confirmed(told), now)) {
            registerEvent(new CredentialVerified(id, told.status(), now));
        }
        evidence = told.evidence();
        silentSince = null;
        if (wasGood && !stand.isGoodAt(now)) {
            isLost(now);
        }
    }

    /** It was good and is no longer. Nothing that anybody does stands on a board certification. */
    void isLost(Instant now) {
        if (kind == CredentialKind.BOARD_CERTIFICATION) {
            return;
        }
        registerEvent(new CredentialSuspended(id, physician, pharmacy, state, now));
    }

    /** Its source gave no usable answer. What is known stays, and grows older. */
    void hearsNothing(Instant now) {
        if (silentSince == null) {
            silentSince = now;
            registerEvent(new LicensingBoardSilent(id, now));
        }
    }

    /** Whether what this answer shows is older than what is known already. */
    boolean knowsBetterThan(BoardAnswer.Told told) {
        return evidence != null && told.evidence().seenAt().isBefore(evidence.seenAt());
    }

    /** Its holder says it is renewed through this day. Its source is still to say so. */
    void isRenewed(LocalDate through, Instant now) {
        var end = stand.expiresOn();
        if (end == null) {
            throw new Refusal.Forbidden("This has no last day, so there is nothing to renew.");
        }
        if (!through.isAfter(end)) {
            throw new Refusal.Forbidden("A renewal ends later than what it renews.");
        }
        becomes(stand.renewedUntil(through), now);
        registerEvent(new CredentialRenewalRecorded(id, now));
    }

    /** Another number takes its place: nothing of the old one counts for it. */
    void isReplaced(NewCredential told, Instant now) {
        if (checked(told) != kind || told.state() != state) {
            throw new IllegalArgumentException("another kind or state: " + told);
        }
        var wasGood = stand.isGoodAt(now);
        becomes(Stand.told(told), now);
        evidence = null;
        silentSince = null;
        registerEvent(new CredentialRecorded(id, now));
        if (wasGood) {
            isLost(now);
        }
    }

    void isRecorded(Instant now) {
        registerEvent(new CredentialRecorded(id, now));
    }

    /** Answers whether that is anything new. */
    private boolean becomes(Stand next, Instant now) {
        if (next.equals(stand)) {
            return false;
        }
        stand = next;
        changedAt = now.isBefore(changedAt) ? changedAt : now;
        return true;
    }

    Held heldAt(Instant now) {
        return new Held(kind, state, stand.at(now), seenAt());
    }

    BoardQuestion question() {
        return new BoardQuestion(kind, state, stand.number());
    }

    CredentialId id() {
        return id;
    }

    @Nullable PhysicianId physician() {
        return physician;
    }

    @Nullable PharmacyId pharmacy() {
        return pharmacy;
    }

    Holder holder() {
        return new Holder(physician, pharmacy, organization);
    }

    CredentialKind kind() {
        return kind;
    }

    @Nullable UsState state() {
        return state;
    }

    boolean isOf(CredentialKind asked, UsState place) {
        return kind == asked && state == place;
    }

    Stand stand() {
        return stand;
    }

    @Nullable CredentialStatus statusAt(Instant now) {
        return stand.at(now).status();
    }

    /** The last day, when it has one. */
    Optional<LocalDate> end() {
        return Optional.ofNullable(stand.expiresOn());
    }

    @Nullable Instant seenAt() {
        return evidence == null ? null : evidence.seenAt();
    }

    @Nullable String source() {
        return evidence == null ? null : evidence.source();
    }

    @Nullable Instant silentSince() {
        return silentSince;
    }
}
