package health.stillwater.portals.compliance;

import health.stillwater.outlook.PatientOutlook;
import health.stillwater.portals.shell.Moments;
import health.stillwater.portals.shell.Spans;
import health.stillwater.portals.shell.Tone;
import health.stillwater.rulebook.Answer;
import health.stillwater.rulebook.SnapshotView;
import health.stillwater.rulebook.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Why one patient is stopped.
 *
 * @param conditions what each row asks, by its id and version
 */
public record PatientPage(PatientOutlook patient, Map<String, String> conditions, Instant now) {

    /** {@code Stopped by 2 rows}. */
    public String sums() {
        var stops = patient.now().verdicts().stream().filter(row -> !row.passes()).count();
        return stops == 0
                ? "Nothing stops this patient at the next step"
                : "Stopped by " + stops + (stops == 1 ? " row" : " rows");
    }

    public Tone tone() {
        return patient.now().allowed() ? Tone.OK : Tone.STOP;
    }

    public String next() {
        return patient.now().moment().title();
    }

    /** What does not pass first, then by number. */
    public List<Verdict> rows(SnapshotView judged) {
        return judged.verdicts().stream()
                .sorted(Comparator.comparing(Verdict::passes).thenComparing(Verdict::row))
                .toList();
    }

    public String condition(Verdict verdict) {
        return conditions.getOrDefault(verdict.row() + "/" + verdict.version(), "");
    }

    public String word(Verdict verdict) {
        return switch (verdict.answer()) {
            case PASS -> "Pass";
            case FAIL -> "Stop";
            case UNKNOWN -> "Unknown";
        };
    }

    public Tone tone(Verdict verdict) {
        return verdict.answer() == Answer.PASS
                ? Tone.OK
                : verdict.answer() == Answer.FAIL ? Tone.STOP : Tone.WAIT;
    }

    /** {@code Claim, November 24, 2026, 12:00 pm ET: stopped by D02}. */
    public String title(SnapshotView judged) {
        var stops =
                judged.verdicts().stream().filter(row -> !row.passes()).map(Verdict::row).toList();
        var moment = judged.moment().title();
        return moment.substring(0, 1).toUpperCase(Locale.ROOT)
                + moment.substring(1)
                + ", "
                + Moments.full(judged.at(), Moments.HOUSE)
                + (stops.isEmpty() ? ": allowed" : ": stopped by " + String.join(", ", stops));
    }

    /** How old a fact was when it was judged. */
    public String age(SnapshotView.Known known, Instant judgedAt) {
        var seen = known.seenAt();
        if (seen == null) {
            return "";
        }
        return seen.isAfter(judgedAt)
                ? "Dated later: " + Moments.full(seen, Moments.HOUSE)
                : Moments.full(seen, Moments.HOUSE) + ", " + Spans.ago(seen, judgedAt);
    }
}
