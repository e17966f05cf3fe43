package health.stillwater.rulebook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A past judgement made again.
 *
 * @param then judged again from its snapshot alone
 * @param same whether the verdicts are the ones written down, letter by letter
 * @param today the same facts at the same instant by the rules in force now
 * @param lines row by row, each row that was asked then or would be asked now
 */
public record Replay(
        Judgement then, boolean same, Judgement today, Instant madeAgainAt, List<Line> lines) {

    /**
     * One row.
     *
     * @param written what the snapshot says; null where the row was not asked
     * @param today what today's rules say; null where the row is not asked any more
     */
    public record Line(String row, @Nullable Verdict written, @Nullable Verdict today) {

        /** Whether today's rules say something else. */
        public boolean differs() {
            return written == null
                    || today == null
                    || written.answer() != today.answer()
                    || !written.reason().equals(today.reason());
        }
    }
}
