package health.stillwater.review;

import health.stillwater.kernel.PhysicianId;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/**
 * Whom a waiting case is kept for, and until when: until then nobody else is offered it. Whoever
 * chooses it from the list may still take it.
 */
@Embeddable
record Keeping(PhysicianId physician, Instant until) {

    /** At most a quarter of the time that is left, so that nobody waits long for one person. */
    static Keeping of(PhysicianId physician, Risk risk, Instant dueAt, Instant now) {
        var left = Duration.between(now, dueAt).dividedBy(4);
        var most = risk == Risk.HIGH ? Duration.ofMinutes(15) : Duration.ofHours(6);
        var span = left.compareTo(most) < 0 ? left : most;
        return new Keeping(physician, now.plus(span.isNegative() ? Duration.ZERO : span));
    }

    boolean holdsAt(Instant now) {
        return now.isBefore(until);
    }
}
