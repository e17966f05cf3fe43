package health.stillwater.enrollment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers of a visitor with nothing in the way; each test changes only what matters to it. */
final class Told {

    static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    private Told() {}

    static Map<String, Map<String, String>> fields() {
        var all = new LinkedHashMap<String, Map<String, String>>();
        all.put("state", one("FL"));
        all.put("county", one("12086"));
        all.put("born", Map.of("month", "3", "day", "9", "year", "1984"));
        all.put("reason", one("depression"));
        all.put("interest", one("2"));
        all.put("mood", one("2"));
        all.put("thoughts", one("0"));
        all.put("heart", one("none"));
        all.put("mind", one("none"));
        all.put("pregnancy", one("no"));
        all.put("substances", one("no"));
        all.put("medicines", one("none"));
        all.put("sitter", one("yes"));
        return all;
    }

    static Map<String, String> one(String value) {
        return Map.of(Answers.FIELD, value);
    }

    static Answers answers() {
        return new Answers(fields());
    }

    static Outcome outcome(String question, String value) {
        return outcome(answers().with(question, one(value)), true);
    }

    static Outcome outcome(Answers answers, boolean offered) {
        return AssessmentRule.outcome(new AssessmentRule.Told(answers, TODAY, offered));
    }
}
