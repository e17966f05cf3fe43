package health.stillwater.enrollment;

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
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * One time a patient is sent to prove who they are: planned before the vendor is called, settled by
 * its answer.
 */
@Entity
@Table(schema = "enrollment", name = "identity_check")
class IdentityCheck extends AbstractAggregateRoot<IdentityCheck> {

    /** Where it stands. Every legal move is on this page. */
    enum Stage {
        /** Kept, before the vendor was asked; whether the vendor heard of it is not known. */
        PLANNED,
        OPEN,
        VERIFIED,
        FAILED;

        boolean mayBecome(Stage next) {
            return switch (this) {
                case PLANNED -> next == OPEN;
                case OPEN -> next == VERIFIED || next == FAILED;
                case VERIFIED, FAILED -> false;
            };
        }

        boolean settled() {
            return this == VERIFIED || this == FAILED;
        }
    }

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private IdentityCheckId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    /** Hash of the name, birth and address it is about. */
    private String about;

    private String returnTo;

    private @Nullable String session;

    private @Nullable String page;

    @Embedded private @Nullable Proof proof;

    private Instant begunAt;

    private @Nullable Instant observedAt;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected IdentityCheck() {} // for Hibernate

    IdentityCheck(PatientId patient, String about, URI returnTo, Instant now) {
        this.id = IdentityCheckId.next();
        this.patient = patient;
        this.stage = Stage.PLANNED;
        this.about = about;
        this.returnTo = returnTo.toString();
        this.begunAt = now;
        registerEvent(new IdentityCheckStarted(patient, now));
    }

    void opened(String vendorSession, URI vendorPage) {
        if (stage != Stage.PLANNED) {
            return; // asked twice at once; the vendor knows one session for our reference
        }
        become(Stage.OPEN);
        session = vendorSession;
        page = vendorPage.toString();
    }

    /** The vendor's answer. A second one changes nothing. */
    void settled(Proof answer, boolean verified, Instant now) {
        if (stage.settled()) {
            return;
        }
        become(verified && answer.complete() ? Stage.VERIFIED : Stage.FAILED);
        proof = answer;
        observedAt = now;
        registerEvent(new IdentityProofed(patient, now));
    }

    boolean isAbout(String identityHash) {
        return about.equals(identityHash);
    }

    IdentityCheckId id() {
        return id;
    }

    Stage stage() {
        return stage;
    }

    URI returnTo() {
        return URI.create(returnTo);
    }

    Optional<String> session() {
        return Optional.ofNullable(session);
    }

    Optional<URI> page() {
        return Optional.ofNullable(page).map(URI::create);
    }

    Optional<Proof> proof() {
        return Optional.ofNullable(proof);
    }

    @Nullable Instant observedAt() {
        return observedAt;
    }

    Instant begunAt() {
        return begunAt;
    }

    private void become(Stage next) {
        if (!stage.mayBecome(next)) {
            throw new IllegalStateException(
                    "identity check " + id + " is " + stage + ", cannot become " + next);
        }
        stage = next;
    }
}
