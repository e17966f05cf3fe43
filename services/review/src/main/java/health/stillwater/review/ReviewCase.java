package health.stillwater.review;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request of a patient, waiting for a physician, held by one, or decided. */
@Entity
@Table(schema = "review", name = "review_case")
class ReviewCase {

    /** How long a claim lasts unless it is renewed. */
    static final Duration LEASE = Duration.ofMinutes(30);

    /** How soon after the visit a physician decides. */
    static final Duration SERVICE_TIME = Duration.ofHours(24);

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private RequestId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private UsState state;

    /** Who saw the patient on video, and so is the first to be asked. */
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "visit_physician_id"))
    private PhysicianId visitPhysician;

    @Enumerated(EnumType.STRING)
    private CaseStage stage;

    @Enumerated(EnumType.STRING)
    private Risk risk;

    private Instant openedAt;

    private Instant dueAt;

    /** What the gate says, a sentence a line; set only while held. */
    private @Nullable String heldBecause;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "claimed_by"))
    private @Nullable PhysicianId claimedBy;

    private @Nullable Instant claimedUntil;

    private long fence;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected ReviewCase() {} // for Hibernate

    private ReviewCase(
            RequestId id,
            PatientId patient,
            UsState state,
            PhysicianId visitPhysician,
            Instant now) {
        this.id = id;
        this.patient = patient;
        this.state = state;
        this.visitPhysician = visitPhysician;
        this.stage = CaseStage.HELD;
        this.risk = Risk.USUAL;
        this.openedAt = now;
        this.dueAt = now.plus(SERVICE_TIME);
        this.heldBecause = "";
    }

    /** A case begins outside the queue: the gate lets it in. */
    static ReviewCase open(
            RequestId id,
            PatientId patient,
            UsState state,
            PhysicianId visitPhysician,
            Instant now) {
        return new ReviewCase(id, patient, state, visitPhysician, now);
    }

    /** Another visit for the same request: whoever held that one is now the proposed prescriber. */
    void visitedBy(PhysicianId physician) {
        visitPhysician = physician;
    }

    /** Where the patient says they are decides which physicians may see the case. */
    void locatedIn(UsState place) {
        state = place;
    }

    void weighed(Risk newRisk) {
        risk = newRisk;
    }

    /** The gate says no. A case that is claimed or decided is past this. */
    void hold(List<String> sentences) {
        if (stage != CaseStage.HELD) {
            become(CaseStage.HELD);
        }
        heldBecause = String.join("\n", sentences);
    }

    /** The gate lets it in; a case in the queue stays there. */
    void letIn() {
        if (stage == CaseStage.WAITING) {
            return;
        }
        become(CaseStage.WAITING);
        heldBecause = null;
    }

    /** The claim as it would be if this physician took the case now. */
    Claim offer(Instant now) {
        return new Claim(fence + 1, now.plus(LEASE));
    }

    /** Gives the case to one physician. The old holder's fence is dead from here on. */
    Claim claim(PhysicianId physician, Instant now) {
        expire(now);
        if (stage != CaseStage.WAITING) {
            throw new Refusal.Overtaken("Another physician has this case.");
        }
        become(CaseStage.CLAIMED);
        var claim = offer(now);
        fence = claim.fence();
        claimedBy = physician;
        claimedUntil = claim.until();
        return claim;
    }

    /** Whether anybody may take it: it waits, or its claim is over. */
    boolean isFreeAt(Instant now) {
        return stage == CaseStage.WAITING || (stage == CaseStage.CLAIMED && !isHeldAt(now));
    }

    /** The live claim of this physician, if there is one. */
    Optional<Claim> claimOf(PhysicianId physician, Instant now) {
        var until = claimedUntil;
        return until != null && physician.equals(claimedBy) && now.isBefore(until)
                ? Optional.of(new Claim(fence, until))
                : Optional.empty();
    }

    /**
     * Refuses whoever does not hold the case right now, under the very claim they think they hold.
     */
    Claim requireClaim(PhysicianId physician, long expectedFence, Instant now) {
        return claimOf(physician, now)
                .filter(claim -> claim.fence() == expectedFence)
                .orElseThrow(ReviewCase::claimEnded);
    }

    static Refusal.Overtaken claimEnded() {
        return new Refusal.Overtaken("Your claim on this case has ended. Claim it again to go on.");
    }

    Claim renew(PhysicianId physician, long expectedFence, Instant now) {
        requireClaim(physician, expectedFence, now);
        var until = now.plus(LEASE);
        claimedUntil = until;
        return new Claim(fence, until);
    }

    /** Gives it back; answers whether this physician had it. */
    boolean release(PhysicianId physician) {
        if (stage != CaseStage.CLAIMED || !physician.equals(claimedBy)) {
            return false;
        }
        backToTheQueue();
        return true;
    }

    /** Ends a claim that is over; answers whose it was. */
    Optional<PhysicianId> expire(Instant now) {
        var holder = claimedBy;
        if (stage != CaseStage.CLAIMED || holder == null || isHeldAt(now)) {
            return Optional.empty();
        }
        backToTheQueue();
        return Optional.of(holder);
    }

    /** Takes it from this physician, whose fence is dead at once; answers whether they had it. */
    boolean takeFrom(PhysicianId physician) {
        var had = release(physician);
        fence += had ? 1 : 0;
        return had;
    }

    void decided(PhysicianId physician, long expectedFence, Instant now) {
        requireClaim(physician, expectedFence, now);
        become(CaseStage.DECIDED);
        claimedBy = null;
        claimedUntil = null;
    }

    private boolean isHeldAt(Instant now) {
        return claimedUntil != null && now.isBefore(claimedUntil);
    }

    private void backToTheQueue() {
        become(CaseStage.WAITING);
        claimedBy = null;
        claimedUntil = null;
    }

    private void become(CaseStage next) {
        if (!stage.mayBecome(next)) {
            throw new IllegalStateException(
                    "case " + id + " cannot go from " + stage + " to " + next);
        }
        stage = next;
    }

    /** What is shown of it in the queue. */
    QueueRow row(PhysicianId asking, Instant now) {
        var mine = claimOf(asking, now);
        var shown = stage == CaseStage.CLAIMED && mine.isEmpty() ? CaseStage.WAITING : stage;
        return new QueueRow(
                id,
                reference(),
                state,
                shown,
                risk,
                dueAt,
                now.isAfter(dueAt),
                asking.equals(visitPhysician),
                mine.map(Claim::until),
                heldBecause());
    }

    /** A short name for people, on pages that do not name the patient. */
    String reference() {
        return "SW-" + id.toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    List<String> heldBecause() {
        return heldBecause == null || heldBecause.isEmpty()
                ? List.of()
                : heldBecause.lines().toList();
    }

    RequestId id() {
        return id;
    }

    PatientId patient() {
        return patient;
    }

    UsState state() {
        return state;
    }

    PhysicianId visitPhysician() {
        return visitPhysician;
    }

    CaseStage stage() {
        return stage;
    }

    @Nullable PhysicianId claimedBy() {
        return claimedBy;
    }

    @Nullable Instant claimedUntil() {
        return claimedUntil;
    }

    long fence() {
        return fence;
    }
}
