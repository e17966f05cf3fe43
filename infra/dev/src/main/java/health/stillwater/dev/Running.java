package health.stillwater.dev;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * All that runs, closed in the opposite order of its opening: at the end, or in the middle of the
 * beginning.
 */
class Running {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Progress progress;
    private boolean closing;

    Running(Progress progress) {
        this.progress = progress;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "closing"));
    }

    /** Takes a part that has just been opened; closes it at once when we are on our way out. */
    <T extends AutoCloseable> T opened(T part) {
        synchronized (this) {
            if (!closing) {
                parts.push(part);
                return part;
            }
        }
        close(part);
        throw new IllegalStateException("closing");
    }

    synchronized boolean isClosing() {
        return closing;
    }

    private void close() {
        synchronized (this) {
            closing = true;
        }
        progress.says("closing");
        for (var part = next(); part != null; part = next()) {
            close(part);
        }
        progress.says("closed");
    }

    private synchronized @Nullable AutoCloseable next() {
        return parts.poll();
    }

    private void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception broken) {
            progress.says(
                    "could not close "
                            + part.getClass().getSimpleName()
                            + ": "
                            + broken.getMessage());
        }
    }
}
