package health.stillwater.portals.compliance;

import health.stillwater.ledger.KeptCheckpoint;
import health.stillwater.portals.shell.Spans;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How things stand.
 *
 * @param last the checkpoint of the longest log; null before the first was signed
 * @param ending licenses that end within {@link #SOON}, or ended
 */
public record OverviewPage(
        long entries,
        @Nullable KeptCheckpoint last,
        CredentialsPage ending,
        RulebookPage rules,
        Instant now) {

    /** How long before its end a license is brought to attention. */
    static final Duration SOON = Duration.ofDays(60);

    /** {@code 12 minutes ago}; empty while there is none. */
    public String checkpointAge() {
        var madeAt = last == null ? null : last.madeAt();
        return madeAt == null ? "" : Spans.ago(madeAt, now);
    }

    /** Entries that no checkpoint covers yet; the next is signed within a minute. */
    public long uncovered() {
        return last == null ? entries : Math.max(0, entries - last.size());
    }
}
