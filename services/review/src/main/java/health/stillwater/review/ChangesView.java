package health.stillwater.review;

import health.stillwater.rulebook.SnapshotView;
import health.stillwater.rulebook.SnapshotView.Known;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a patient that was not known, or not so, last time.
 *
 * @param since when the gate was told last; null when it never was
 * @param same how many things are as they were
 */
public record ChangesView(@Nullable Instant since, List<Change> changes, int same) {

    /** What is of the patient; the rest of the facts is of the program. */
    private static final Set<String> OF_THE_PATIENT =
            Set.of(
                    "patient",
                    "location",
                    "delivery",
                    "encounter",
                    "history",
                    "consents",
                    "clinical",
                    "sitter",
                    "vitals",
                    "instruments",
                    "pdmp",
                    "identity");

    private static final Pattern FOR_MACHINES =
            Pattern.compile(
                    " (\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}|\\d{4}-\\d\\d-\\d\\dT\\S+Z)$");

    static final ChangesView NONE = new ChangesView(null, List.of(), 0);

    /**
     * One thing.
     *
     * @param before null when it was not known
     * @param now null when it is known no more
     */
    public record Change(String what, @Nullable String before, @Nullable String now) {}

    static ChangesView between(SnapshotView before, SnapshotView now) {
        var then = said(before);
        var today = said(now);
        var changes = new ArrayList<Change>();
        var same = 0;
        for (var one : today.entrySet()) {
            var was = then.remove(one.getKey());
            if (one.getValue().equals(was)) {
                same++;
            } else {
                changes.add(new Change(one.getKey(), was, one.getValue()));
            }
        }
        then.forEach((what, was) -> changes.add(new Change(what, was, null)));
        return new ChangesView(before.at(), List.copyOf(changes), same);
    }

    private static Map<String, String> said(SnapshotView view) {
        return view.facts().stream()
                .filter(known -> OF_THE_PATIENT.contains(known.path().split(", ", 2)[0]))
                .collect(
                        Collectors.toMap(
                                Known::path,
                                known -> forPeople(known.says()),
                                (one, _) -> one,
                                LinkedHashMap::new));
    }

    /** Without what only a machine reads: identifiers, and when the program learned it. */
    private static String forPeople(String says) {
        return Arrays.stream(says.split("; "))
                .filter(member -> !FOR_MACHINES.matcher(member).find())
                .collect(Collectors.joining("; "));
    }
}
