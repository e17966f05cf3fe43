package health.stillwater.review;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.CredentialSuspended;
import health.stillwater.licensing.Licensing;
import health.stillwater.licensing.SigningAccessRevoked;
import health.stillwater.runtime.DatabaseClock;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Follows a credential that is no longer good: claims that rest on it end, and cases leave the
 * queue. That nothing is signed meanwhile does not hang on this: the gate reads the credentials
 * themselves.
 */
@Component
class Suspensions {

    private final ReviewCases cases;
    private final Intake intake;
    private final Licensing licensing;
    private final ApplicationEventPublisher events;
    private final DatabaseClock clock;

    Suspensions(
            ReviewCases cases,
            Intake intake,
            Licensing licensing,
            ApplicationEventPublisher events,
            DatabaseClock clock) {
        this.cases = cases;
        this.intake = intake;
        this.licensing = licensing;
        this.events = events;
        this.clock = clock;
    }

    @ApplicationModuleListener(id = "review.credential-suspended")
    void on(CredentialSuspended news) {
        var physician = news.physician();
        var state = news.state();
        if (physician != null) {
            endClaims(physician, licensing.servableBy(physician));
            cases.freeOf(physician, state).forEach(intake::recheck);
        } else if (news.pharmacy() == null && state != null) {
            cases.freeIn(state).forEach(intake::recheck);
        } // A pharmacy's case goes to another pharmacy, and is judged when that is chosen.
    }

    /** Whoever may not sign decides nothing. */
    @ApplicationModuleListener(id = "review.signing-access-revoked")
    void on(SigningAccessRevoked news) {
        endClaims(news.physician(), Set.of());
    }

    private void endClaims(PhysicianId physician, Set<UsState> servable) {
        cases.heldBy(physician).forEach(id -> endClaim(id, physician, servable));
    }

    private void endClaim(RequestId id, PhysicianId physician, Set<UsState> servable) {
        var found = cases.locked(id).orElseThrow();
        var fence = found.fence();
        if (!servable.contains(found.state()) && found.takeFrom(physician)) {
            events.publishEvent(new ClaimTaken(id, found.patient(), physician, fence, clock.now()));
            intake.recheck(id);
        }
    }
}
