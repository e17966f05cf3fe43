package health.stillwater.review;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.licensing.Licensing;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.Judgement;
import health.stillwater.rulebook.Moment;
import health.stillwater.runtime.Acting;
import health.stillwater.runtime.DatabaseClock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door of the queue. A case that is not for this physician does not exist for them. What
 * can be done with a case short of deciding it: {@link Casework}.
 *
 * <p>Claiming a case states that the patient is no relative of the physician; the page with the
 * button says so.
 */
@Service
public class ReviewQueue {

    private final ReviewCases cases;
    private final QueueReading reading;
    private final ClaimDesk desk;
    private final CaseGate gate;
    private final Intake intake;
    private final FollowUpDesk followUps;
    private final Licensing licensing;
    private final DatabaseClock clock;

    ReviewQueue(
            ReviewCases cases,
            QueueReading reading,
            ClaimDesk desk,
            CaseGate gate,
            Intake intake,
            FollowUpDesk followUps,
            Licensing licensing,
            DatabaseClock clock) {
        this.cases = cases;
        this.reading = reading;
        this.desk = desk;
        this.gate = gate;
        this.intake = intake;
        this.followUps = followUps;
        this.licensing = licensing;
        this.clock = clock;
    }

    /** What this physician may take, a page at a time, and what else of the queue is theirs. */
    @Transactional(readOnly = true)
    public QueueListing waitingFor(PhysicianId physician, QueueFilter filter) {
        only(physician);
        return reading.list(physician, filter);
    }

    /**
     * Takes what this physician should look at next: an alarm first, then by risk and time. A case
     * that the gate keeps from them is put aside, and the next one tried.
     */
    @Transactional
    public NextOutcome next(PhysicianId physician) {
        only(physician);
        return desk.next(physician);
    }

    /**
     * Takes a case, alone, if the gate allows. Claiming again what one holds answers the same
     * claim.
     */
    @Transactional
    public ClaimOutcome claim(RequestId caseId, PhysicianId physician) {
        return desk.claim(servable(cases.locked(caseId), physician), physician);
    }

    /**
     * Takes a decided case up again, alone: to stop what was prescribed, to change it, or to put
     * right what was signed in error. Given back, it stands decided as it was.
     */
    @Transactional
    public ClaimOutcome takeUpAgain(RequestId caseId, PhysicianId physician) {
        return desk.takeUpAgain(servable(cases.locked(caseId), physician), physician);
    }

    /** Holds on to a claim, while the page is open. */
    @Transactional
    public Claim renew(RequestId caseId, PhysicianId physician, long fence) {
        return desk.renew(servable(cases.locked(caseId), physician), physician, fence);
    }

    /**
     * The page is left: the claim ends soon unless the physician comes back. Whoever holds it no
     * more changes nothing, and that is no error.
     */
    @Transactional
    public void leave(RequestId caseId, PhysicianId physician, long fence) {
        only(physician);
        cases.locked(caseId).ifPresent(found -> desk.leave(found, physician, fence));
    }

    /** Gives a case back. Whoever holds it no more gives nothing back, and that is no error. */
    @Transactional
    public void release(RequestId caseId, PhysicianId physician) {
        only(physician);
        cases.locked(caseId).ifPresent(found -> desk.release(found, physician));
    }

    /**
     * Shows a case of the queue, or what else of it is this physician's; a claim lasts as long
     * again from here.
     */
    @Transactional
    public CaseView open(RequestId caseId, PhysicianId physician) {
        var found = servable(cases.locked(caseId), physician);
        if (!reading.isFor(found, physician)) {
            throw missing();
        }
        return reading.open(found, physician);
    }

    /** Everything known about a case, with this physician as its prescriber. */
    @Transactional(readOnly = true)
    public Facts factsOf(RequestId caseId, PhysicianId physician) {
        only(physician);
        return gate.factsOf(cases.findById(caseId).orElseThrow(ReviewQueue::missing), physician);
    }

    /**
     * What changed since last time: since the last word about the patient's request before this
     * one, or since the case came into the queue.
     */
    @Transactional(readOnly = true)
    public ChangesView changes(CaseView opened) {
        return gate.changes(opened);
    }

    @Transactional(readOnly = true)
    public Judgement judge(RequestId caseId, PhysicianId physician, Moment moment) {
        return gate.judge(moment, clock.now(), factsOf(caseId, physician));
    }

    /** The live claim of this physician on a case. */
    @Transactional(readOnly = true)
    public Optional<Claim> claimOf(RequestId caseId, PhysicianId physician) {
        only(physician);
        return desk.claimOf(caseId, physician);
    }

    /**
     * Nobody else touches the case until the caller's transaction ends; refused without this very
     * claim, live, in the same words whether somebody else has the case or there is none.
     */
    @Transactional
    public void lockForDecision(RequestId caseId, PhysicianId physician, long fence) {
        only(physician);
        desk.lockForDecision(caseId, physician, fence);
    }

    /** The case is decided, in the caller's transaction, under this very claim. */
    @Transactional
    public void decided(RequestId caseId, PhysicianId physician, long fence) {
        only(physician);
        var found = cases.locked(caseId).orElseThrow(ReviewQueue::missing);
        desk.decided(found, physician, fence);
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

    private ReviewCase servable(Optional<ReviewCase> reviewCase, PhysicianId physician) {
        only(physician);
        return reviewCase
                .filter(found -> licensing.servableBy(physician).contains(found.state()))
                .orElseThrow(ReviewQueue::missing);
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
