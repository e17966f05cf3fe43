package health.stillwater.runtime;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One clock for all nodes: the database's. Where our own is moved by hand, as in a demonstration
 * and in tests, that one counts.
 */
public final class DatabaseClock {

    private final JdbcClient jdbc;
    private final Clock clock;

    DatabaseClock(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** This instant, not the one at which the transaction began: it may have waited since. */
    public Instant now() {
        return clock.equals(Clock.systemUTC())
                ? Objects.requireNonNull(
                                jdbc.sql("select clock_timestamp()")
                                        .query(OffsetDateTime.class)
                                        .single())
                        .toInstant()
                : clock.instant();
    }
}
