package health.stillwater.rulebook;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what differs between two versions of a row. */
final class RowWords {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

    private final String id;
    private final List<String> sentences = new ArrayList<>();

    private RowWords(String id) {
        this.id = id;
    }

    static List<String> changes(RowView before, RowView after) {
        var words = new RowWords(before.id());
        words.differ("Asked", yes(before.enabled()), yes(after.enabled()));
        words.differ("Last day", end(before.validTo()), end(after.validTo()));
        words.differ("It passes when", before.condition(), after.condition());
        words.differ("Source of law", before.authority(), after.authority());
        words.differ("Evidence", before.evidence(), after.evidence());
        words.differ("Counsel", before.counselStatus(), after.counselStatus());
        words.differ("Says to the patient", before.words().patient(), after.words().patient());
        words.differ(
                "Says to the prescriber", before.words().prescriber(), after.words().prescriber());
        words.differ("Says to operations", before.words().operations(), after.words().operations());
        return words.sentences;
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    private void differ(String what, String before, String after) {
        if (!before.equals(after)) {
            sentences.add(id + " · " + what + ": " + before + " → " + after);
        }
    }

    private static String yes(boolean enabled) {
        return enabled ? "yes" : "no";
    }

    private static String end(@Nullable LocalDate end) {
        return end == null ? "none known" : day(end);
    }
}
