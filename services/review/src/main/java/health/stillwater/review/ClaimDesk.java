package health.stillwater.review;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.licensing.Licensing;
import health.stillwater.rulebook.Moment;
import health.stillwater.runtime.DatabaseClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes cases for physicians, keeps them and gives them back, all by the database's clock. */
@Component
class ClaimDesk {

    /** Whoever holds so many finishes one before taking another. */
    private static final int HELD_AT_MOST = 5;

    /** So many cases are asked about for one physician who wants the next. */
    private static final int TRIES = 5;

    private final ReviewCases cases;
    private final NextCase nextCase;
    private final CaseGate gate;
    private final FollowUpDesk followUps;
    private final Attention attention;
    private final Licensing licensing;
    private final ApplicationEventPublisher events;
    private final DatabaseClock clock;

    ClaimDesk(
            ReviewCases cases,
            NextCase nextCase,
            CaseGate gate,
            FollowUpDesk followUps,
            Attention attention,
            Licensing licensing,
            ApplicationEventPublisher events,
            DatabaseClock clock) {
        this.cases = cases;
        this.nextCase = nextCase;
        this.gate = gate;
        this.followUps = followUps;
        this.attention = attention;
        this.licensing = licensing;
        this.events = events;
        this.clock = clock;
    }

    NextOutcome next(PhysicianId physician) {
        var now = clock.now();
        var states = licensing.servableBy(physician);
        var alarm = followUps.takeUrgent(physician, now);
        if (alarm.isPresent()) {
            return new NextOutcome.Urgent(alarm.get());
        }
        var held = cases.unfinished(physician, states, now);
        if (held.size() >= HELD_AT_MOST) {
            return new NextOutcome.Unfinished(held.getFirst());
        }
        var putAside = new ArrayList<NextOutcome.PutAside>();
        while (putAside.size() < TRIES) {
            var picked = nextCase.pick(physician, states, now);
            if (picked.isEmpty()) {
                break;
            }
            var found = cases.locked(picked.get()).orElseThrow();
            switch (taken(found, physician, now)) {
                case ClaimOutcome.Claimed(long fence, Instant until) -> {
                    return new NextOutcome.Claimed(found.id(), new Claim(fence, until));
                }
                case ClaimOutcome.Stopped(var judgement) -> {
                    var because = CaseGate.sentences(judgement);
                    nextCase.putAside(
                            found.id(),
                            found.patient(),
                            physician,
                            String.join("\n", because),
                            now);
                    putAside.add(
                            new NextOutcome.PutAside(
                                    found.id(), QueueRow.reference(found.id()), because));
                }
            }
        }
        return new NextOutcome.Nothing(List.copyOf(putAside));
    }

    ClaimOutcome claim(ReviewCase found, PhysicianId physician) {
        var now = clock.now();
        var mine = found.claimOf(physician, now);
        if (mine.isPresent()) {
            return new ClaimOutcome.Claimed(mine.get().fence(), mine.get().until());
        }
        if (!found.isFreeAt(now)) {
            throw new Refusal.Overtaken(
                    "This case is not free: it is held back, another physician has it, or it is decided.");
        }
        return taken(found, physician, now);
    }

    /** The gate is asked before the claim is kept. */
    private ClaimOutcome taken(ReviewCase found, PhysicianId physician, Instant now) {
        var facts = gate.factsIfHeld(found, physician, found.held().offer(now).until());
        var judgement = gate.judge(Moment.CLAIM, now, facts);
        gate.keep(found, judgement, facts);
        if (!judgement.allowed()) {
            events.publishEvent(new ClaimStopped(found.id(), found.patient(), physician, now));
            return new ClaimOutcome.Stopped(judgement);
        }
        tookBack(found, now);
        var claim = found.claim(physician, now);
        attention.looked(found, physician, Attention.Look.CLAIM, now);
        events.publishEvent(
                new CaseClaimed(found.id(), found.patient(), physician, claim.fence(), now));
        return new ClaimOutcome.Claimed(claim.fence(), claim.until());
    }

    /** A decided case once more. Doing so twice answers the same claim. */
    ClaimOutcome takeUpAgain(ReviewCase found, PhysicianId physician) {
        var now = clock.now();
        var mine = found.claimOf(physician, now);
        if (mine.isPresent()) {
            return new ClaimOutcome.Claimed(mine.get().fence(), mine.get().until());
        }
        tookBack(found, now);
        var facts = gate.factsIfHeld(found, physician, found.held().offer(now).until());
        var binding = ClaimRows.ofASecondLook(gate.judge(Moment.CLAIM, now, facts));
        gate.keep(found, binding, facts);
        if (!ClaimRows.allowsASecondLook(binding)) {
            events.publishEvent(new ClaimStopped(found.id(), found.patient(), physician, now));
            return new ClaimOutcome.Stopped(binding);
        }
        var claim = found.takeUpAgain(physician, now);
        attention.looked(found, physician, Attention.Look.CLAIM, now);
        events.publishEvent(
                new CaseTakenUpAgain(found.id(), found.patient(), physician, claim.fence(), now));
        return new ClaimOutcome.Claimed(claim.fence(), claim.until());
    }

    /** Ends a claim that is over. */
    void tookBack(ReviewCase found, Instant now) {
        found.expire(now)
                .ifPresent(
                        holder ->
                                events.publishEvent(
                                        new ClaimExpired(
                                                found.id(),
                                                found.patient(),
                                                holder,
                                                found.fence(),
                                                now)));
    }

    Claim renew(ReviewCase found, PhysicianId physician, long fence) {
        var now = clock.now();
        var claim = found.held().renew(physician, fence, now);
        attention.looked(found, physician, Attention.Look.STAY, now);
        events.publishEvent(new ClaimRenewed(found.id(), found.patient(), physician, fence, now));
        return claim;
    }

    /** The page was left; who comes back within a while goes on. */
    void leave(ReviewCase found, PhysicianId physician, long fence) {
        var now = clock.now();
        if (found.claimOf(physician, now).filter(claim -> claim.fence() == fence).isPresent()) {
            found.held().outlast(physician, fence, now);
            events.publishEvent(new CaseLeft(found.id(), found.patient(), physician, fence, now));
        }
    }

    void release(ReviewCase found, PhysicianId physician) {
        if (found.release(physician)) {
            events.publishEvent(
                    new CaseReleased(found.id(), found.patient(), physician, clock.now()));
        }
    }

    Optional<Claim> claimOf(RequestId caseId, PhysicianId physician) {
        return cases.findById(caseId).flatMap(found -> found.claimOf(physician, clock.now()));
    }

    void lockForDecision(RequestId caseId, PhysicianId physician, long fence) {
        cases.locked(caseId).orElseThrow(Hold::ended).held().require(physician, fence, clock.now());
    }

    void decided(ReviewCase found, PhysicianId physician, long fence) {
        var now = clock.now();
        found.decided(physician, fence, now);
        events.publishEvent(new CaseDecided(found.id(), found.patient(), physician, fence, now));
    }
}
