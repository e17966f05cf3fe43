package health.stillwater.prescribing;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One act of signing: a frozen text that waits for its second factor, once. */
@Entity
@Table(schema = "prescribing", name = "signing")
class Signing {

    /** How long a text stays ready to sign. */
    static final Duration LIFE = Duration.ofMinutes(15);

    @Id private UUID id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "request_id"))
    private RequestId request;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private PatientId patient;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "physician_id"))
    private PhysicianId physician;

    private long fence;

    @Enumerated(EnumType.STRING)
    private SigningRequest.State state;

    /** The canonical JSON of what is shown; its UTF-8 bytes are what is signed. */
    private String shown;

    private String hash;

    private String nonce;

    private Instant readyAt;

    private Instant expiresAt;

    /** What the gate said when it stopped the signature, with every fact. */
    private @Nullable String stoppedBy;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected Signing() {} // for Hibernate

    Signing(
            UUID id,
            RequestId request,
            PatientId patient,
            PhysicianId physician,
            long fence,
            FrozenText text,
            Instant now) {
        this.id = id;
        this.request = request;
        this.patient = patient;
        this.physician = physician;
        this.fence = fence;
        this.state = SigningRequest.State.OPEN;
        this.shown = text.canonical();
        this.hash = text.hash();
        this.nonce = Nonce.boundTo(id, text.hash());
        this.readyAt = now;
        this.expiresAt = now.plus(LIFE);
    }

    /** Refuses what can no longer be signed, whoever asks. */
    void requireOpenAt(Instant now) {
        if (stateAt(now) != SigningRequest.State.OPEN) {
            throw new Refusal.Overtaken(
                    "This text is no longer ready to sign. Review it and mark it ready again.");
        }
    }

    boolean isUsed() {
        return state == SigningRequest.State.USED;
    }

    void use() {
        become(SigningRequest.State.USED);
    }

    void voided() {
        become(SigningRequest.State.VOID);
    }

    /** The gate said no with the second factor in hand: that factor is spent. */
    void stopped(String snapshot) {
        become(SigningRequest.State.VOID);
        stoppedBy = snapshot;
    }

    private void become(SigningRequest.State next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException(
                    "signing " + id + " cannot go from " + state + " to " + next);
        }
        state = next;
    }

    /** A text is signed on the day it is dated (21 CFR 1306.05), as the patient's clock counts. */
    private SigningRequest.State stateAt(Instant now) {
        var written = text().content();
        var sameDay = LocalDate.ofInstant(now, written.zone()).equals(written.issueDate());
        return state == SigningRequest.State.OPEN && (!now.isBefore(expiresAt) || !sameDay)
                ? SigningRequest.State.VOID
                : state;
    }

    SigningRequest view(Instant now) {
        return new SigningRequest(
                id,
                request,
                fence,
                text().content(),
                hash,
                nonce,
                readyAt,
                expiresAt,
                stateAt(now));
    }

    /** The frozen text, read back and checked against its hash. */
    FrozenText text() {
        return FrozenText.read(shown, hash);
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

    PhysicianId physician() {
        return physician;
    }

    long fence() {
        return fence;
    }

    String nonce() {
        return nonce;
    }

    Instant readyAt() {
        return readyAt;
    }
}
