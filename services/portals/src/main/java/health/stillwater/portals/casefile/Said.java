package health.stillwater.portals.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A field of a record, in words: {@code Patient, date of birth}. */
public record Said(String about, String says) {

    /** Every field that says something, in its order. */
    static List<Said> of(JsonNode record) {
        var all = new ArrayList<Said>();
        collect("", record, all);
        return all;
    }

    private static void collect(String about, JsonNode node, List<Said> all) {
        if (node.isObject()) {
            node.forEachEntry((name, child) -> collect(below(about, spoken(name)), child, all));
        } else if (node.isArray()) {
            for (int place = 0; place < node.size(); place++) {
                collect(below(about, String.valueOf(place + 1)), node.get(place), all);
            }
        } else if (!node.isNull() && !node.asString().isEmpty()) {
            all.add(
                    new Said(
                            about.substring(0, 1).toUpperCase(Locale.ROOT) + about.substring(1),
                            node.asString()));
        }
    }

    private static String below(String about, String name) {
        return about.isEmpty() ? name : about + ", " + name;
    }

    /** {@code dateOfBirth} as {@code date of birth}. */
    private static String spoken(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
