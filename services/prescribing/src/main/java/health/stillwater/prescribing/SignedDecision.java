package health.stillwater.prescribing;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A decision that was signed. Written once; a later one may supersede it, nothing changes it. */
@Entity
@Immutable
@Table(schema = "prescribing", name = "decision")
class SignedDecision implements Persistable<DecisionId> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private DecisionId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "request_id"))
    private RequestId request;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private PatientId patient;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "physician_id"))
    private PhysicianId physician;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "pharmacy_id"))
    private @Nullable PharmacyId pharmacy;

    @Enumerated(EnumType.STRING)
    private PrescriberVerdict verdict;

    @Enumerated(EnumType.STRING)
    private @Nullable DecisionReason reason;

    private long fence;

    private String shown;

    private String shownHash;

    private String factorAcr;

    private Instant factorAt;

    private String factorNonce;

    private String factorSubject;

    private Instant signedAt;

    private LocalDate issueDate;

    private String zone;

    private String bundle;

    private String bundleHash;

    private long leaf;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "supersedes"))
    private @Nullable DecisionId supersedes;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "about"))
    private @Nullable DecisionId about;

    @SuppressWarnings("NullAway.Init")
    protected SignedDecision() {} // for Hibernate

    SignedDecision(Signing signing, SecondFactor factor, Instant now, String bundle, long leaf) {
        var text = signing.text();
        var prescription = text.content().prescription();
        this.id = new DecisionId(signing.id());
        this.request = signing.request();
        this.patient = signing.patient();
        this.physician = signing.physician();
        this.pharmacy = prescription == null ? null : PharmacyId.of(prescription.pharmacy());
        this.verdict = text.content().verdict();
        this.reason = text.content().reason();
        this.fence = signing.fence();
        this.shown = text.canonical();
        this.shownHash = text.hash();
        this.factorAcr = factor.acr();
        this.factorAt = factor.authTime();
        this.factorNonce = factor.nonce();
        this.factorSubject = factor.subject();
        this.signedAt = now;
        this.issueDate = text.content().issueDate();
        this.zone = text.content().zone().getId();
        this.bundle = bundle;
        this.bundleHash = FrozenText.hashOf(bundle);
        this.leaf = leaf;
        this.supersedes = named(text.content().supersedes());
        this.about = named(text.content().about());
    }

    private static @Nullable DecisionId named(@Nullable String decision) {
        return decision == null ? null : DecisionId.of(decision);
    }

    DecisionView view(Standing standing) {
        var text = text().content();
        return new DecisionView(
                id,
                request,
                patient,
                text.patient().name(),
                physician,
                text.prescriber().name(),
                verdict,
                Optional.ofNullable(reason),
                text.words(),
                signedAt,
                text.zone(),
                DecisionView.NOT_YET,
                Optional.ofNullable(supersedes),
                Optional.ofNullable(about),
                standing);
    }

    DecisionRecord record(Standing standing) {
        return new DecisionRecord(
                view(standing),
                text().content(),
                shownHash,
                bundle,
                bundleHash,
                fence,
                factorAcr,
                factorAt);
    }

    FrozenText text() {
        return FrozenText.read(shown, shownHash);
    }

    @Override
    public DecisionId getId() {
        return id;
    }

    /** Only ever saved once. */
    @Override
    public boolean isNew() {
        return true;
    }

    RequestId request() {
        return request;
    }

    PatientId patient() {
        return patient;
    }

    PhysicianId physician() {
        return physician;
    }

    /** The number of its leaf, by which the ledger finds its place. */
    long leaf() {
        return leaf;
    }

    /** Exactly what was appended to the ledger. */
    byte[] leafBytes() {
        return bundle.getBytes(StandardCharsets.UTF_8);
    }

    @Nullable PharmacyId pharmacy() {
        return pharmacy;
    }

    PrescriberVerdict verdict() {
        return verdict;
    }

    @Nullable DecisionId supersedes() {
        return supersedes;
    }

    @Nullable DecisionId about() {
        return about;
    }

    LocalDate issueDate() {
        return issueDate;
    }

    String bundle() {
        return bundle;
    }

    /** What was prescribed; throws when nothing was. */
    SignedText.Prescription prescribed() {
        var prescription = text().content().prescription();
        if (prescription == null) {
            throw new IllegalStateException("nothing was prescribed: " + id);
        }
        return prescription;
    }

    Dose dose() {
        return Dose.of(prescribed());
    }

    String factorSubject() {
        return factorSubject;
    }

    Instant signedAt() {
        return signedAt;
    }
}
