package health.stillwater.portals.physician;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Names a fact as a physician would, from where it stands among the facts of the gate. */
public final class FactWords {

    /** What reads badly as it stands in the vocabulary of facts. */
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("pdmp", "monitoring program"),
                    Map.entry("phq9", "PHQ-9"),
                    Map.entry("gad7", "GAD-7"),
                    Map.entry("cssrs", "C-SSRS"),
                    Map.entry("encounter", "visit"),
                    Map.entry("location", "where the patient is"),
                    Map.entry("delivery", "where parcels go"),
                    Map.entry("vitals", "vital signs"));

    private FactWords() {}

    /**
     * @param path as the reading of a snapshot gives it: {@code pdmp, reports, FL}
     */
    public static String of(String path) {
        var words =
                Arrays.stream(path.split(", "))
                        .map(step -> WORDS.getOrDefault(step, step))
                        .collect(Collectors.joining(", "));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
