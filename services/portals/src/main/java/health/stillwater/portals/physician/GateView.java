package health.stillwater.portals.physician;

import health.stillwater.portals.shell.VerdictRow;
import health.stillwater.portals.shell.VerdictRow.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the gate said, row by row.
 *
 * @param moment what it was asked for, in a word
 * @param rulebook the version of the rules
 */
public record GateView(String moment, Instant at, String rulebook, List<VerdictRow> rows) {

    /** {@code 2 stop, 1 unknown, 31 pass}. */
    public String sums() {
        var sums = new ArrayList<String>();
        for (var word : List.of(Word.STOP, Word.UNKNOWN)) {
            var count = count(word);
            if (count > 0) {
                sums.add(count + " " + word.name().toLowerCase(java.util.Locale.ROOT));
            }
        }
        sums.add(count(Word.PASS) + " pass");
        return String.join(", ", sums);
    }

    /** The rows that stand in the way. */
    public List<VerdictRow> stops() {
        return rows.stream().filter(row -> row.word() != Word.PASS).toList();
    }

    private long count(Word word) {
        return rows.stream().filter(row -> row.word() == word).count();
    }
}
