package health.stillwater.prescribing;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A second physician's signature: asked for with a frozen text, and given once. */
@Entity
@Table(schema = "prescribing", name = "second_signature")
class SecondSignature {

    @Id private UUID id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "request_id"))
    private RequestId request;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private PatientId patient;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "asked_by"))
    private PhysicianId askedBy;

    @Column(name = "pause_id")
    private UUID pause;

    /** The canonical JSON of what is shown; its UTF-8 bytes are what is signed. */
    private String shown;

    private String hash;

    private String nonce;

    private Instant askedAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "signed_by"))
    private @Nullable PhysicianId signedBy;

    private @Nullable String factorAcr;

    private @Nullable Instant factorAt;

    private @Nullable String factorSubject;

    private @Nullable Instant signedAt;

    private @Nullable String bundle;

    private @Nullable String bundleHash;

    private @Nullable Long leaf;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected SecondSignature() {} // for Hibernate

    SecondSignature(
            UUID id,
            RequestId request,
            PatientId patient,
            PhysicianId askedBy,
            UUID pause,
            SecondText text,
            Instant now) {
        this.id = id;
        this.request = request;
        this.patient = patient;
        this.askedBy = askedBy;
        this.pause = pause;
        this.shown = text.canonical();
        this.hash = FrozenText.hashOf(shown);
        this.nonce = Nonce.boundTo(id, hash);
        this.askedAt = now;
    }

    /** Refuses the physician who asked, and a second time. */
    void requireSignableBy(PhysicianId physician) {
        if (physician.equals(askedBy)) {
            throw new Refusal.Forbidden("The second signature is another physician's.");
        }
        if (leaf != null) {
            throw new Refusal.Overtaken("This was signed already.");
        }
    }

    void sign(
            PhysicianId physician,
            SecondFactor factor,
            String evidence,
            long itsLeaf,
            Instant now) {
        requireSignableBy(physician);
        signedBy = physician;
        factorAcr = factor.acr();
        factorAt = factor.authTime();
        factorSubject = factor.subject();
        signedAt = now;
        bundle = evidence;
        bundleHash = FrozenText.hashOf(evidence);
        leaf = itsLeaf;
    }

    /** Whether what was signed is this: the same medicine, dose, amount and days. */
    boolean covers(SignedText.Prescription wanted) {
        var asked = text().prescription();
        return Dose.of(asked).isSame(Dose.of(wanted))
                && asked.quantity() == wanted.quantity()
                && asked.daysSupply() == wanted.daysSupply();
    }

    /** How a prescription names it, once it is signed. */
    SignedText.Second named(String physicianName) {
        return new SignedText.Second(
                id.toString(),
                Objects.requireNonNull(signedBy).toString(),
                physicianName,
                Objects.requireNonNull(signedAt));
    }

    SecondRequest view() {
        return new SecondRequest(id, text(), hash, nonce);
    }

    /** The frozen text, read back and checked against its hash. */
    SecondText text() {
        return SecondText.read(shown, hash);
    }

    PharmacyId pharmacy() {
        return PharmacyId.of(text().prescription().pharmacy());
    }

    UUID id() {
        return id;
    }

    RequestId request() {
        return request;
    }

    PatientId patient() {
        return patient;
    }

    String hash() {
        return hash;
    }

    String nonce() {
        return nonce;
    }

    PhysicianId signer() {
        return Objects.requireNonNull(signedBy, "not signed yet");
    }

    /** Everything shown and known when it was signed. */
    String evidence() {
        return Objects.requireNonNull(bundle, "not signed yet");
    }
}
