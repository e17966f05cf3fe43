package health.stillwater;

import health.stillwater.enrollment.Profile;
import health.stillwater.kernel.UsState;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The patient of every journey, as she answers and tells of herself. */
final class Rosa {

    static final String NAME = "Rosa Delgado";

    private static final Map<String, String> HEALTH =
            Map.of(
                    "reason", "depression",
                    "interest", "2",
                    "mood", "2",
                    "thoughts", "0",
                    "heart", "none",
                    "mind", "none",
                    "pregnancy", "no",
                    "substances", "no",
                    "medicines", "none",
                    "sitter", "yes");

    private Rosa() {}

    /** Her assessment, by question; nothing in it speaks against the treatment. */
    static Map<String, Map<String, String>> answers(UsState state, String county) {
        var answers = new LinkedHashMap<String, Map<String, String>>();
        answers.put("state", Map.of("answer", state.name()));
        answers.put("county", Map.of("answer", county));
        answers.put("born", Map.of("month", "4", "day", "12", "year", "1984"));
        HEALTH.forEach((question, answer) -> answers.put(question, Map.of("answer", answer)));
        return answers;
    }

    static Profile tells(UsState state, String county, String phone) {
        var florida = state == UsState.FL;
        return new Profile(
                NAME,
                LocalDate.of(1984, 4, 12),
                phone,
                "14 Alder Street",
                "",
                florida ? "Miami" : "Newark",
                florida ? "33101" : "07102",
                county,
                null,
                "female",
                Set.of());
    }
}
