package health.stillwater.review;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The time we promised for a case. It stands still while the patient has the word. */
@Embeddable
class ServiceClock {

    private Instant dueAt;

    private @Nullable Instant clockStoppedAt;

    /** When the alarm rang; it rings once. */
    private @Nullable Instant overdueSince;

    @SuppressWarnings("NullAway.Init")
    protected ServiceClock() {} // for Hibernate

    ServiceClock(Instant dueAt) {
        this.dueAt = dueAt;
    }

    void stop(Instant now) {
        clockStoppedAt = now;
    }

    /** What was left is left again. */
    void goOn(Instant now) {
        if (clockStoppedAt != null) {
            dueAt = dueAt.plus(Duration.between(clockStoppedAt, now));
            clockStoppedAt = null;
        }
    }

    boolean isOverdue(Instant now) {
        return now.isAfter(dueAt) && clockStoppedAt == null;
    }

    /** Rings if it is time; answers whether it rang. */
    boolean ring(Instant now) {
        if (overdueSince != null || !isOverdue(now)) {
            return false;
        }
        overdueSince = now;
        return true;
    }

    Instant dueAt() {
        return dueAt;
    }
}
