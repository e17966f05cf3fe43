package health.stillwater.portals.shell;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mark on a timeline: what happened, what is happening, what is to come.
 *
 * @param at when it happened; null while it has not
 */
public record Mark(String title, @Nullable Instant at, @Nullable String note, State state) {

    /** Where on the way a mark stands. */
    public enum State {
        DONE,
        NOW,
        TO_COME
    }

    public static Mark done(String title, @Nullable Instant at, @Nullable String note) {
        return new Mark(title, at, note, State.DONE);
    }

    public static Mark now(String title, @Nullable String note) {
        return new Mark(title, null, note, State.NOW);
    }

    public static Mark toCome(String title, @Nullable String note) {
        return new Mark(title, null, note, State.TO_COME);
    }
}
