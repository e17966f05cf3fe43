package health.stillwater.audit;

import health.stillwater.kernel.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the trail; a null asks for all.
 *
 * @param actor a part of the actor's name, or the whole actor id
 * @param action a part of the action's words
 * @param from the first instant wanted
 * @param to the first instant not wanted any more
 * @param page the first page is 0
 */
public record AuditFilter(
        @Nullable PatientId subject,
        @Nullable String actor,
        @Nullable String action,
        @Nullable Instant from,
        @Nullable Instant to,
        int page) {

    /** How many rows a page has. */
    public static final int PAGE_SIZE = 50;

    public AuditFilter {
        if (page < 0) {
            throw new IllegalArgumentException("no such page: " + page);
        }
    }

    /** The newest page of everything. */
    public static AuditFilter everything() {
        return new AuditFilter(null, null, null, null, null, 0);
    }
}
