package health.stillwater.licensing;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.PrescriberFacts;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import health.stillwater.rulebook.Registration;
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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * A license or registration. What its holder told of it counts for nothing until its source has
 * said the same.
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

    @Enumerated(EnumType.STRING)
    private CredentialKind kind;

    @Enumerated(EnumType.STRING)
    private UsState state;

    private String number;

    /** Where the address of a state's registration lies; null for the other kinds. */
    @Enumerated(EnumType.STRING)
    private @Nullable UsState addressState;

    private LocalDate validFrom;

    private LocalDate expiresOn;

    /** What its source calls it; null as long as it did not say. */
    @Enumerated(EnumType.STRING)
    private @Nullable LicenseType licenseType;

    /** The schedules its source named, with spaces between. */
    private String schedules = "";

    @Enumerated(EnumType.STRING)
    private @Nullable CredentialStatus status;

    private @Nullable Boolean encumbered;

    private @Nullable Instant suspendedFrom;

    @Embedded
    @EmbeddedColumnNaming("evidence_%s")
    private @Nullable Evidence evidence;

    private @Nullable Instant askedAt;

    private @Nullable Instant silentSince;

    @Version private @Nullable Integer version; // null until it is saved

    @SuppressWarnings("NullAway.Init")
    protected Credential() {} // for Hibernate

    private Credential(
            @Nullable PhysicianId physician, @Nullable PharmacyId pharmacy, NewCredential told) {
        this.id = CredentialId.next();
        this.physician = physician;
        this.pharmacy = pharmacy;
        this.kind = CredentialKind.of(told);
        this.state = told.state();
        this.number = told.number();
        this.addressState =
                told instanceof NewCredential.CdsRegistration cds ? cds.addressState() : null;
        this.validFrom = told.validFrom();
        this.expiresOn = told.expiresOn();
    }

    static Credential of(PhysicianId physician, NewCredential told) {
        return new Credential(physician, null, told);
    }

    static Credential of(PharmacyId pharmacy, NewCredential told) {
        return new Credential(null, pharmacy, told);
    }

    void isAsked(Instant now) {
        askedAt = now;
    }

    /** Its source spoke. */
    void hears(BoardAnswer.Told told, Instant now) {
        var wasGood = status == CredentialStatus.ACTIVE;
        status = told.status();
        encumbered = told.encumbered();
        licenseType = told.type();
        schedules = String.join(" ", told.schedules());
        expiresOn = told.expiresOn() == null ? expiresOn : told.expiresOn();
        evidence = told.evidence();
        silentSince = null;
        suspendedFrom = status == CredentialStatus.SUSPENDED ? since(suspendedFrom, told) : null;
        registerEvent(new CredentialVerified(id, status, now));
        if (wasGood && status != CredentialStatus.ACTIVE) {
            registerEvent(new CredentialSuspended(id, physician, pharmacy, state, now));
        }
    }

    private static Instant since(@Nullable Instant known, BoardAnswer.Told told) {
        return known == null ? told.evidence().seenAt() : known;
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

    PrescriberFacts.License license() {
        return new PrescriberFacts.License(
                number, licenseType, status, encumbered, expiresOn, suspendedFrom, seenAt());
    }

    PrescriberFacts.DeaRegistration dea() {
        return new PrescriberFacts.DeaRegistration(
                number,
                status == null ? null : List.copyOf(schedules()),
                status,
                expiresOn,
                seenAt());
    }

    PrescriberFacts.CdsRegistration cds() {
        return new PrescriberFacts.CdsRegistration(
                number,
                status,
                addressState == null ? null : addressState.name(),
                expiresOn,
                seenAt());
    }

    Registration registration() {
        return new Registration(number, status, expiresOn, seenAt());
    }

    private Set<String> schedules() {
        return schedules.isEmpty() ? Set.of() : new TreeSet<>(List.of(schedules.split(" ")));
    }

    CredentialRow row(String holder, String missing) {
        var source = evidence == null ? null : evidence.source();
        return new CredentialRow(
                id, holder, kind, state, number, status, expiresOn, seenAt(), source, missing);
    }

    BoardQuestion question() {
        return new BoardQuestion(kind, state, number);
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

    CredentialKind kind() {
        return kind;
    }

    UsState state() {
        return state;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    LocalDate expiresOn() {
        return expiresOn;
    }

    @Nullable CredentialStatus status() {
        return status;
    }

    boolean isEncumbered() {
        return Boolean.TRUE.equals(encumbered);
    }

    @Nullable Instant seenAt() {
        return evidence == null ? null : evidence.seenAt();
    }

    @Nullable Instant silentSince() {
        return silentSince;
    }
}
