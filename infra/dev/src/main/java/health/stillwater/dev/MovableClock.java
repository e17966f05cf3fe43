package health.stillwater.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time of the demonstration: the real one, until somebody lets hours or days pass at the desk.
 * Only forward, and remembered with the data. The sign-in server keeps the real time.
 */
final class MovableClock extends Clock {

    private final Path file;
    private Duration ahead;

    MovableClock(Path data) throws IOException {
        file = data.resolve("time-ahead");
        ahead = Files.exists(file) ? Duration.parse(Files.readString(file)) : Duration.ZERO;
    }

    synchronized void moves(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time only goes forward");
        }
        try {
            Files.writeString(file, ahead.plus(by).toString());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        ahead = ahead.plus(by);
    }

    synchronized boolean isReal() {
        return ahead.isZero();
    }

    @Override
    public synchronized Instant instant() {
        return Instant.now(Clock.systemUTC()).plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("zones belong to rules, not to the clock");
    }
}
