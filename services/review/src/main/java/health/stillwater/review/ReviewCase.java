package health.stillwater.review;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request of a patient, waiting for a physician, held by one, set aside, or decided. */
@Entity
@Table(schema = "review", name = "review_case")
class ReviewCase extends Reviewed {

    @Enumerated(EnumType.STRING)
    private CaseStage stage;

    /** What the gate says, a sentence a line; set only while held. */
    private @Nullable String heldBecause;

    @Embedded private ServiceClock clock;

    @Embedded private Hold hold;

    /** Whether it was decided before whoever holds it took it up. */
    private boolean again;

    @Embedded
    @AttributeOverride(name = "physician.value", column = @Column(name = "kept_for"))
    @AttributeOverride(name = "until", column = @Column(name = "kept_until"))
    private @Nullable Keeping keeping;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "pause_id"))
    @AttributeOverride(name = "kind", column = @Column(name = "pause_kind"))
    @AttributeOverride(name = "by.value", column = @Column(name = "paused_by"))
    private @Nullable Pausing pausing;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected ReviewCase() {} // for Hibernate

    private ReviewCase(
            RequestId id,
            PatientId patient,
            UsState state,
            PhysicianId visitPhysician,
            CaseKind kind,
            Instant now) {
        super(id, patient, state, visitPhysician, kind, now);
        this.stage = CaseStage.HELD;
        this.heldBecause = "";
        this.clock = new ServiceClock(now.plus(kind.within()));
        this.hold = new Hold();
    }

    /** A case begins outside the queue: the gate lets it in. */
    static ReviewCase open(
            RequestId id,
            PatientId patient,
            UsState state,
            PhysicianId visitPhysician,
            CaseKind kind,
            Instant now) {
        return new ReviewCase(id, patient, state, visitPhysician, kind, now);
    }

    /** The gate says no. A case that is claimed, set aside or decided is past this. */
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

    /** Nobody else is offered it for a while. */
    void keepFor(PhysicianId physician, Instant now) {
        if (stage == CaseStage.WAITING) {
            keeping = Keeping.of(physician, risk(), clock.dueAt(), now);
        }
    }

    void keepNoLonger(Instant now) {
        if (keeping != null && !keeping.holdsAt(now)) {
            keeping = null;
        }
    }

    /** Gives the case to one physician. The old holder's fence is dead from here on. */
    Claim claim(PhysicianId physician, Instant now) {
        expire(now);
        if (stage != CaseStage.WAITING) {
            throw new Refusal.Overtaken("Another physician has this case.");
        }
        become(CaseStage.CLAIMED);
        return hold.take(physician, now);
    }

    /** A decided case is looked at once more, by one physician. */
    Claim takeUpAgain(PhysicianId physician, Instant now) {
        expire(now);
        if (stage != CaseStage.DECIDED) {
            throw new Refusal.Overtaken(
                    "This case is not decided yet, or somebody looks at it again already.");
        }
        become(CaseStage.CLAIMED);
        again = true;
        return hold.take(physician, now);
    }

    /** Whether anybody may take it: it waits, or its claim is over. */
    boolean isFreeAt(Instant now) {
        return stage == CaseStage.WAITING
                || (stage == CaseStage.CLAIMED && !again && !hold.runsAt(now));
    }

    /** The live claim of this physician, if there is one. */
    Optional<Claim> claimOf(PhysicianId physician, Instant now) {
        return hold.of(physician, now);
    }

    /** Gives it back; answers whether this physician had it. */
    boolean release(PhysicianId physician) {
        if (stage != CaseStage.CLAIMED || !hold.isBy(physician)) {
            return false;
        }
        putBack();
        return true;
    }

    /** To where it was taken from. */
    private void putBack() {
        if (again) {
            hold.outdate();
            become(CaseStage.DECIDED);
        } else {
            become(CaseStage.WAITING);
        }
    }

    /** Gives it to a colleague, who is offered it first. */
    void handOver(PhysicianId from, long expectedFence, PhysicianId to, Instant now) {
        hold.require(from, expectedFence, now);
        requireFirst();
        become(CaseStage.WAITING);
        keepFor(to, now);
    }

    /** Ends a claim that is over; answers whose it was. */
    Optional<PhysicianId> expire(Instant now) {
        var holder = hold.holder();
        if (stage != CaseStage.CLAIMED || holder == null || hold.runsAt(now)) {
            return Optional.empty();
        }
        putBack();
        return Optional.of(holder);
    }

    /** Takes it from this physician, whose fence is dead at once; answers whether they had it. */
    boolean takeFrom(PhysicianId physician) {
        var had = release(physician);
        if (had) {
            hold.outdate();
        }
        return had;
    }

    /** Sets it aside until what it waits for has come. */
    void pause(PhysicianId physician, long expectedFence, Pausing why, Instant now) {
        hold.require(physician, expectedFence, now);
        requireFirst();
        become(CaseStage.PAUSED);
        pausing = why;
        if (why.kind().stopsTheClock()) {
            clock.stop(now);
        }
    }

    private void requireFirst() {
        if (again) {
            throw new Refusal.Forbidden(
                    "This case was decided before. Decide anew, or give it back as it was.");
        }
    }

    /** Goes on; answers whose it is to go on with it. */
    PhysicianId goOn(Instant now) {
        var asked = Objects.requireNonNull(pausing, "not set aside");
        become(CaseStage.WAITING);
        clock.goOn(now);
        return asked.by();
    }

    void decided(PhysicianId physician, long expectedFence, Instant now) {
        hold.require(physician, expectedFence, now);
        become(CaseStage.DECIDED);
    }

    boolean ringIfOverdue(Instant now) {
        return isUndecided() && clock.ring(now);
    }

    private boolean isUndecided() {
        return stage != CaseStage.DECIDED && !again;
    }

    private void become(CaseStage next) {
        if (!stage.mayBecome(next)) {
            throw new IllegalStateException(
                    "case " + id() + " cannot go from " + stage + " to " + next);
        }
        stage = next;
        again = false;
        hold.letGo();
        keeping = null;
        pausing = null;
    }

    List<String> heldBecause() {
        return heldBecause == null || heldBecause.isEmpty()
                ? List.of()
                : heldBecause.lines().toList();
    }

    Optional<Keeping> keeping() {
        return Optional.ofNullable(keeping);
    }

    Optional<Pausing> pausing() {
        return Optional.ofNullable(pausing);
    }

    CaseStage stage() {
        return stage;
    }

    Instant dueAt() {
        return clock.dueAt();
    }

    boolean isOverdue(Instant now) {
        return isUndecided() && clock.isOverdue(now);
    }

    Hold held() {
        return hold;
    }

    long fence() {
        return hold.fence();
    }
}
