package health.stillwater.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved. It starts at noon in Florida, on a Tuesday. */
public final class TestClock extends Clock {

    /** Tuesday, 24 November 2026, noon Eastern. */
    public static final Instant START = Instant.parse("2026-11-24T17:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Lets time pass, all at once. */
    public void passes(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    public void standsAt(Instant instant) {
        now.set(instant);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
