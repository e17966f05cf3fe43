package health.stillwater.ledger;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The thread that lets the sequencer run: at once when a leaf was committed here, and every second
 * for what another process committed and did not live to place.
 */
@Component
class Placing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Placing.class);
    private static final long LOOK_EVERY_SECONDS = 1;

    /** Nobody who can wait notices, and a batch is cheaper than many. */
    private static final long GATHER_MILLIS = 5;

    private final Sequencer sequencer;
    private final Semaphore committed = new Semaphore(0);
    private volatile @Nullable Thread thread;

    Placing(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    /** Somebody committed a leaf. */
    void wake() {
        committed.release();
    }

    @Override
    public void start() {
        var fresh = Thread.ofPlatform().daemon().name("ledger-sequencer").unstarted(this::run);
        thread = fresh;
        fresh.start();
    }

    private void run() {
        while (isRunning()) {
            try {
                if (committed.tryAcquire(LOOK_EVERY_SECONDS, TimeUnit.SECONDS)) {
                    Thread.sleep(GATHER_MILLIS);
                    committed.drainPermits();
                }
                sequencer.placeAll();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                if (isRunning()) {
                    LOG.warn("Leaves wait for their places; the next try follows", failed);
                }
            }
        }
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            wake();
            try {
                running.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
