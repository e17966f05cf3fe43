package health.stillwater.review;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.Seen;
import health.stillwater.licensing.Licensing;
import health.stillwater.runtime.DatabaseClock;
import health.stillwater.visits.Visits;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Shows the queue to one physician, and one case of it. */
@Component
class QueueReading {

    private static final Limit A_PAGE = Limit.of(QueueListing.PAGE);

    private final ReviewCases cases;
    private final NextCase nextCase;
    private final CaseGate gate;
    private final Attention attention;
    private final Enrollment enrollment;
    private final Visits visits;
    private final Licensing licensing;
    private final ApplicationEventPublisher events;
    private final DatabaseClock clock;

    QueueReading(
            ReviewCases cases,
            NextCase nextCase,
            CaseGate gate,
            Attention attention,
            Enrollment enrollment,
            Visits visits,
            Licensing licensing,
            ApplicationEventPublisher events,
            DatabaseClock clock) {
        this.cases = cases;
        this.nextCase = nextCase;
        this.gate = gate;
        this.attention = attention;
        this.enrollment = enrollment;
        this.visits = visits;
        this.licensing = licensing;
        this.events = events;
        this.clock = clock;
    }

    QueueListing list(PhysicianId physician, QueueFilter filter) {
        var states = licensing.servableBy(physician);
        if (states.isEmpty()) {
            return QueueListing.EMPTY;
        }
        var now = clock.now();
        var ids = nextCase.list(filter, states, now);
        var page = ids.stream().limit(QueueListing.PAGE).toList();
        return new QueueListing(
                rows(cases.claimedBy(physician, states, now), physician, now),
                rows(inOrder(page), physician, now),
                ids.size() > page.size(),
                nextCase.count(filter, states, now),
                rows(cases.wantingAnOpinion(physician, states, A_PAGE), physician, now),
                rows(cases.pausedBy(physician, states, A_PAGE), physician, now),
                rows(cases.heldBackOf(physician, states, A_PAGE), physician, now));
    }

    private List<ReviewCase> inOrder(List<RequestId> ids) {
        return ids.isEmpty()
                ? List.of()
                : cases.findByIdIn(ids).stream()
                        .sorted(Comparator.comparing(found -> ids.indexOf(found.id())))
                        .toList();
    }

    private static List<QueueRow> rows(List<ReviewCase> found, PhysicianId physician, Instant now) {
        return found.stream().map(each -> QueueRow.of(each, physician, now)).toList();
    }

    /** Whoever holds it and comes back to its page goes on holding it. */
    CaseView open(ReviewCase found, PhysicianId physician) {
        var now = clock.now();
        found.claimOf(physician, now)
                .ifPresent(claim -> found.held().renew(physician, claim.fence(), now));
        attention.looked(found, physician, Attention.Look.OPEN, now);
        events.publishEvent(new Seen(found.patient(), "case " + found.id(), now));
        var facts = gate.factsShown(found, physician, now);
        return new CaseView(
                found.id(),
                QueueRow.of(found, physician, now),
                found.claimOf(physician, now),
                enrollment.patient(found.patient()),
                enrollment.request(found.id()),
                visits.recordOf(found.id()),
                gate.judge(CaseGate.momentOf(found), now, facts),
                facts,
                found.heldBecause());
    }

    /**
     * Waits, is theirs, was seen by them and is held, was set aside by them, or wants a second
     * opinion.
     */
    boolean isFor(ReviewCase found, PhysicianId physician) {
        var now = clock.now();
        return switch (found.stage()) {
            case HELD -> found.visitPhysician().equals(physician);
            case WAITING -> true;
            case CLAIMED -> found.isFreeAt(now) || found.claimOf(physician, now).isPresent();
            case PAUSED ->
                    found.pausing()
                            .filter(
                                    why ->
                                            why.by().equals(physician)
                                                    || why.kind() == PauseKind.SECOND_OPINION)
                            .isPresent();
            case DECIDED -> false;
        };
    }
}
