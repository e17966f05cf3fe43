package health.stillwater.portals.compliance;

import health.stillwater.prescribing.DecisionRecord;
import health.stillwater.rulebook.Answer;
import health.stillwater.rulebook.Replay;
import health.stillwater.rulebook.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A past decision, judged again.
 *
 * @param asked the id that was typed
 * @param record null while none is chosen
 */
public record ReplayPage(String asked, @Nullable DecisionRecord record, @Nullable Replay replay) {

    /** Rows on which today's rules say something else. */
    public List<Replay.Line> differing() {
        return replay == null
                ? List.of()
                : replay.lines().stream().filter(Replay.Line::differs).toList();
    }

    /** What was said about a row, in a word. */
    public static String word(@Nullable Verdict verdict) {
        return verdict == null ? "Not asked" : word(verdict.answer());
    }

    private static String word(Answer answer) {
        return switch (answer) {
            case PASS -> "Pass";
            case FAIL -> "Fail";
            case UNKNOWN -> "Unknown";
        };
    }

    public static String reason(@Nullable Verdict verdict) {
        return verdict == null ? "" : verdict.reason();
    }
}
