package health.stillwater.portals.compliance;

import health.stillwater.ledger.KeptCheckpoint;
import health.stillwater.outlook.LossView;
import health.stillwater.portals.shell.Moments;
import health.stillwater.portals.shell.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How things stand.
 *
 * @param last the checkpoint of the longest log; null before the first was signed
 * @param ending licenses that end within {@link #SOON}, or ended
 * @param losses what was suspended, revoked or ended lately, with how many patients stood on it
 */
public record OverviewPage(
        long entries,
        @Nullable KeptCheckpoint last,
        CredentialsPage ending,
        RulebookPage rules,
        List<LossView> losses,
        LocalDate today,
        Instant now) {

    /** How long a loss stays on this page. */
    static final Duration RECENT = Duration.ofDays(30);

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

    /** The list of those who stand on it, as it is today. */
    public String affected(LossView loss) {
        var state = loss.state();
        var form =
                new FutureForm(
                        today.toString(),
                        "",
                        "",
                        loss.everywhere() || state == null ? "" : state.name(),
                        Objects.toString(loss.physician(), ""),
                        Objects.toString(loss.pharmacy(), ""),
                        0);
        return form.address();
    }

    /** {@code lost a license or registration in Florida}. */
    public String lost(LossView loss) {
        var state = loss.state();
        return loss.everywhere() || state == null
                ? " may not work any more"
                : " lost a license or registration in " + state.title();
    }

    /** {@code 12 patients, the first out of medicine on December 3, 2026}. */
    public String stood(LossView loss) {
        var first = loss.firstOutOn();
        var people = loss.people() == 1 ? "1 patient" : loss.people() + " patients";
        if (first == null) {
            return "No patient in care stood on it";
        }
        return first.isAfter(today)
                ? people + ", the first out of medicine on " + Moments.date(first)
                : people + ", the first without medicine already";
    }
}
