package health.stillwater.review;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.Seen;
import health.stillwater.licensing.Licensing;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.Judgement;
import health.stillwater.rulebook.Moment;
import health.stillwater.runtime.Acting;
import health.stillwater.visits.Visits;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door of the queue. A case that is not for this physician does not exist for them.
 *
 * <p>Claiming a case states that the patient is no relative of the physician; the page with the
 * button says so.
 */
@Service
public class ReviewQueue {

    private static final Set<CaseStage> SHOWN =
            Set.of(CaseStage.HELD, CaseStage.WAITING, CaseStage.CLAIMED);

    private final ReviewCases cases;
    private final CaseGate gate;
    private final Intake intake;
    private final FollowUpDesk followUps;
    private final Enrollment enrollment;
    private final Visits visits;
    private final Licensing licensing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReviewQueue(
            ReviewCases cases,
            CaseGate gate,
            Intake intake,
            FollowUpDesk followUps,
            Enrollment enrollment,
            Visits visits,
            Licensing licensing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.gate = gate;
        this.intake = intake;
        this.followUps = followUps;
        this.enrollment = enrollment;
        this.visits = visits;
        this.licensing = licensing;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What this physician may take, their own claims first; and what of their own patients is still
     * held.
     */
    @Transactional(readOnly = true)
    public List<QueueRow> waitingFor(PhysicianId physician) {
        only(physician);
        var states = licensing.servableBy(physician);
        if (states.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        return cases.findByStateInAndStageIn(states, SHOWN).stream()
                .filter(each -> isFor(each, physician, now))
                .map(each -> each.row(physician, now))
                .sorted(QueueRow.ORDER)
                .toList();
    }

    /**
     * Takes a case, alone, if the gate allows. Claiming again what one holds answers the same
     * claim.
     */
    @Transactional
    public ClaimOutcome claim(RequestId caseId, PhysicianId physician) {
        var found = servable(cases.locked(caseId), physician);
        var now = clock.instant();
        var mine = found.claimOf(physician, now);
        if (mine.isPresent()) {
            return new ClaimOutcome.Claimed(mine.get().fence(), mine.get().until());
        }
        if (!found.isFreeAt(now)) {
            throw new Refusal.Overtaken(
                    "This case is not free: it is held back, another physician has it, or it is decided.");
        }
        var facts = gate.factsIfHeld(found, physician, found.offer(now).until());
        var judgement = gate.judge(Moment.CLAIM, now, facts);
        if (!judgement.allowed()) {
            gate.keep(found, judgement, facts);
            events.publishEvent(new ClaimStopped(caseId, found.patient(), physician, now));
            return new ClaimOutcome.Stopped(judgement);
        }
        found.expire(now)
                .ifPresent(
                        holder ->
                                events.publishEvent(
                                        new ClaimExpired(
                                                caseId,
                                                found.patient(),
                                                holder,
                                                found.fence(),
                                                now)));
        var claim = found.claim(physician, now);
        gate.keep(found, judgement, facts);
        events.publishEvent(
                new CaseClaimed(caseId, found.patient(), physician, claim.fence(), now));
        return new ClaimOutcome.Claimed(claim.fence(), claim.until());
    }

    /** Holds on to a claim, while the page is open. */
    @Transactional
    public Claim renew(RequestId caseId, PhysicianId physician, long fence) {
        var found = servable(cases.locked(caseId), physician);
        var now = clock.instant();
        var claim = found.renew(physician, fence, now);
        events.publishEvent(new ClaimRenewed(caseId, found.patient(), physician, fence, now));
        return claim;
    }

    /** Gives a case back. Whoever holds it no more gives nothing back, and that is no error. */
    @Transactional
    public void release(RequestId caseId, PhysicianId physician) {
        only(physician);
        cases.locked(caseId)
                .filter(found -> found.release(physician))
                .ifPresent(
                        found ->
                                events.publishEvent(
                                        new CaseReleased(
                                                caseId,
                                                found.patient(),
                                                physician,
                                                clock.instant())));
    }

    /**
     * Shows a case that waits, or that this physician holds, or that they saw on video and the gate
     * holds.
     */
    @Transactional
    public CaseView open(RequestId caseId, PhysicianId physician) {
        var now = clock.instant();
        var found = servable(cases.findById(caseId), physician);
        if (!isFor(found, physician, now)) {
            throw missing();
        }
        events.publishEvent(new Seen(found.patient(), "case " + caseId, now));
        return new CaseView(
                caseId,
                found.row(physician, now),
                found.claimOf(physician, now),
                enrollment.patient(found.patient()),
                enrollment.request(caseId),
                visits.recordOf(caseId),
                gate.preview(found, physician, now),
                found.heldBecause());
    }

    /** Everything known about a case, with this physician as its prescriber. */
    @Transactional(readOnly = true)
    public Facts factsOf(RequestId caseId, PhysicianId physician) {
        only(physician);
        return gate.factsOf(cases.findById(caseId).orElseThrow(ReviewQueue::missing), physician);
    }

    @Transactional(readOnly = true)
    public Judgement judge(RequestId caseId, PhysicianId physician, Moment moment) {
        return gate.judge(moment, clock.instant(), factsOf(caseId, physician));
    }

    /** The live claim of this physician on a case. */
    @Transactional(readOnly = true)
    public Optional<Claim> claimOf(RequestId caseId, PhysicianId physician) {
        only(physician);
        return cases.findById(caseId).flatMap(found -> found.claimOf(physician, clock.instant()));
    }

    /**
     * Nobody else touches the case until the caller's transaction ends; refused without this very
     * claim, live, in the same words whether somebody else has the case or there is none.
     */
    @Transactional
    public void lockForDecision(RequestId caseId, PhysicianId physician, long fence) {
        only(physician);
        cases.locked(caseId)
                .orElseThrow(ReviewCase::claimEnded)
                .requireClaim(physician, fence, clock.instant());
    }

    /** The case is decided, in the caller's transaction, under this very claim. */
    @Transactional
    public void decided(RequestId caseId, PhysicianId physician, long fence) {
        var found = locked(caseId, physician);
        var now = clock.instant();
        found.decided(physician, fence, now);
        events.publishEvent(new CaseDecided(caseId, found.patient(), physician, fence, now));
    }

    /** Judges a case that nobody holds again; answers where it stands. */
    @Transactional
    public CaseStage recheck(RequestId caseId) {
        return intake.recheck(caseId);
    }

    /** Where a case stands; empty before the first visit ended, and for everybody it is not for. */
    @Transactional(readOnly = true)
    public Optional<CaseStage> stageOf(RequestId caseId) {
        return cases.findById(caseId).map(ReviewCase::stage);
    }

    /** What the gate last said of a case at each moment, as it was kept. For the program. */
    @Transactional(readOnly = true)
    public List<String> lastJudgements(RequestId caseId) {
        return gate.kept(caseId);
    }

    /**
     * Asks the physicians to look after a patient. Once for the same cause, however often it is
     * told.
     *
     * @param about what it happened to, and what makes the cause one: {@code order 3f…}
     */
    @Transactional
    public void openFollowUp(PatientId patient, FollowUpReason reason, String about) {
        followUps.open(patient, reason, about);
    }

    @Transactional(readOnly = true)
    public List<FollowUpRow> followUps(PhysicianId physician) {
        only(physician);
        return followUps.openFor(physician);
    }

    @Transactional
    public FollowUpView followUp(UUID id, PhysicianId physician) {
        only(physician);
        return followUps.show(id, physician);
    }

    @Transactional
    public void closeFollowUp(UUID id, PhysicianId physician, String outcome) {
        only(physician);
        followUps.close(id, physician, outcome);
    }

    private ReviewCase locked(RequestId caseId, PhysicianId physician) {
        only(physician);
        return cases.locked(caseId).orElseThrow(ReviewQueue::missing);
    }

    private ReviewCase servable(Optional<ReviewCase> reviewCase, PhysicianId physician) {
        only(physician);
        return reviewCase
                .filter(found -> licensing.servableBy(physician).contains(found.state()))
                .orElseThrow(ReviewQueue::missing);
    }

    private static boolean isFor(ReviewCase found, PhysicianId physician, Instant now) {
        return switch (found.stage()) {
            case HELD -> found.visitPhysician().equals(physician);
            case WAITING -> true;
            case CLAIMED -> found.isFreeAt(now) || found.claimOf(physician, now).isPresent();
            case DECIDED -> false;
        };
    }

    /** A physician asks for themselves, whatever id the caller passed on. */
    private static void only(PhysicianId physician) {
        var actor = Acting.now();
        if (actor.kind() == Actor.Kind.PHYSICIAN && !actor.id().equals(physician.value())) {
            throw missing();
        }
    }

    private static Refusal.Missing missing() {
        return new Refusal.Missing("This case");
    }
}
