package health.stillwater.enrollment;

import health.stillwater.rulebook.ConsentForm;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One form a patient signs, and how it stands between them.
 *
 * @param form the version in force
 * @param signedVersion the version they signed last; null when they never did
 * @param signedAt when they did
 */
public record ConsentView(
        ConsentForm form,
        Status status,
        @Nullable String signedVersion,
        @Nullable Instant signedAt) {

    /** Whether the form must be read again. */
    public enum Status {
        NOT_SIGNED,
        SIGNED,
        /** Signed in another version than the one in force, or too long ago. */
        OUTDATED,
        WITHDRAWN
    }
}
