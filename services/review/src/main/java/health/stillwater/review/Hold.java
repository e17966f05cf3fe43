package health.stillwater.review;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One physician's hand on a case: whose, until when, and the number of the claim. */
@Embeddable
class Hold {

    /** How long a claim lasts unless it is renewed. */
    static final Duration LEASE = Duration.ofMinutes(30);

    /** How long a claim outlasts the page it was held on. */
    static final Duration GRACE = Duration.ofMinutes(2);

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "claimed_by"))
    private @Nullable PhysicianId claimedBy;

    private @Nullable Instant claimedUntil;

    private long fence;

    Claim offer(Instant now) {
        return new Claim(fence + 1, now.plus(LEASE));
    }

    Claim take(PhysicianId physician, Instant now) {
        var claim = offer(now);
        fence = claim.fence();
        claimedBy = physician;
        claimedUntil = claim.until();
        return claim;
    }

    Claim renew(PhysicianId physician, long expectedFence, Instant now) {
        require(physician, expectedFence, now);
        var until = now.plus(LEASE);
        claimedUntil = until;
        return new Claim(fence, until);
    }

    /** Lets go soon, unless the holder comes back before. */
    void outlast(PhysicianId physician, long expectedFence, Instant now) {
        var claim = require(physician, expectedFence, now);
        var end = now.plus(GRACE);
        claimedUntil = end.isBefore(claim.until()) ? end : claim.until();
    }

    void letGo() {
        claimedBy = null;
        claimedUntil = null;
    }

    /** The old holder's number is worth nothing from here on. */
    void outdate() {
        fence++;
    }

    Optional<Claim> of(PhysicianId physician, Instant now) {
        var until = claimedUntil;
        return until != null && physician.equals(claimedBy) && now.isBefore(until)
                ? Optional.of(new Claim(fence, until))
                : Optional.empty();
    }

    /**
     * Refuses whoever does not hold the case right now, under the very claim they think they hold.
     */
    Claim require(PhysicianId physician, long expectedFence, Instant now) {
        return of(physician, now)
                .filter(claim -> claim.fence() == expectedFence)
                .orElseThrow(Hold::ended);
    }

    static Refusal.Overtaken ended() {
        return new Refusal.Overtaken("Your claim on this case has ended. Claim it again to go on.");
    }

    boolean runsAt(Instant now) {
        return claimedUntil != null && now.isBefore(claimedUntil);
    }

    boolean isBy(PhysicianId physician) {
        return physician.equals(claimedBy);
    }

    @Nullable PhysicianId holder() {
        return claimedBy;
    }

    @Nullable Instant until() {
        return claimedUntil;
    }

    long fence() {
        return fence;
    }
}
