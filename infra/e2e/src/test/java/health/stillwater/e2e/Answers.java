package health.stillwater.e2e;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person would say in the assessment, question by question. A list of values where several
 * boxes are ticked.
 */
final class Answers {

    private Answers() {}

    /** Somebody whom nothing in the answers speaks against. */
    static Map<String, String> ofSomebodyWhoMayQualify(String state, String county) {
        var answers = new LinkedHashMap<String, String>();
        answers.put("state", state);
        answers.put("county", county);
        answers.put("born", "4/12/1984");
        answers.put("reason", "depression");
        answers.put("interest", "2");
        answers.put("mood", "2");
        answers.put("thoughts", "0");
        answers.put("heart", "none");
        answers.put("mind", "none");
        answers.put("pregnancy", "no");
        answers.put("substances", "no");
        answers.put("medicines", "none");
        answers.put("sitter", "yes");
        return answers;
    }
}
