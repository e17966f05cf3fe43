package health.stillwater.rulebook;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Says the values of settings, and what changes in them. */
final class SettingWords {

    private SettingWords() {}

    static String of(Setting setting, JsonNode value) {
        if (value.isNull()) {
            return switch (setting.kind()) {
                case CAP -> "not set, so it refuses";
                case THRESHOLD -> "not set, so nothing is asked";
                default -> "not set";
            };
        }
        return switch (setting.kind()) {
            case AGE -> Ages.words(Duration.parse(value.asString()));
            case NUMBER, CAP, THRESHOLD ->
                    value.decimalValue().toPlainString()
                            + (setting.unit().isEmpty() ? "" : " " + setting.unit());
            case YES_NO -> value.booleanValue() ? "yes" : "no";
            case CHOICE, WORDS -> value.asString();
            case INSTANT -> instant(OffsetDateTime.parse(value.asString()));
            case LIST -> list(value).isEmpty() ? "none" : String.join(", ", list(value));
            case PAIRS -> pairs(value).isEmpty() ? "none" : lines(pairs(value), "; ");
        };
    }

    /** As it stands in the field of a form, to be typed over. */
    static String typed(Setting setting, JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return switch (setting.kind()) {
            case AGE -> of(setting, value);
            case NUMBER, CAP, THRESHOLD -> value.decimalValue().toPlainString();
            case YES_NO -> value.booleanValue() ? "yes" : "no";
            case CHOICE, WORDS -> value.asString();
            case INSTANT ->
                    OffsetDateTime.parse(value.asString())
                            .toLocalDateTime()
                            .toString()
                            .replace('T', ' ');
            case LIST -> String.join("\n", list(value));
            case PAIRS -> lines(pairs(value), "\n");
        };
    }

    static String change(Setting setting, JsonNode before, JsonNode after) {
        return switch (setting.kind()) {
            case LIST -> lists(list(before), list(after));
            case PAIRS -> maps(pairs(before), pairs(after));
            case AGE, NUMBER, CAP, THRESHOLD, YES_NO, CHOICE, INSTANT, WORDS ->
                    of(setting, before) + " → " + of(setting, after);
        };
    }

    private static String lists(List<String> before, List<String> after) {
        var parts = new ArrayList<String>();
        after.stream()
                .filter(each -> !before.contains(each))
                .forEach(each -> parts.add("adds " + each));
        before.stream()
                .filter(each -> !after.contains(each))
                .forEach(each -> parts.add("takes out " + each));
        return parts.isEmpty() ? "another order" : String.join("; ", parts);
    }

    private static String maps(Map<String, String> before, Map<String, String> after) {
        var parts = new ArrayList<String>();
        after.forEach(
                (key, value) -> {
                    var was = before.get(key);
                    if (was == null) {
                        parts.add("adds " + key + " = " + value);
                    } else if (!was.equals(value)) {
                        parts.add(key + ": " + was + " → " + value);
                    }
                });
        before.keySet().stream()
                .filter(key -> !after.containsKey(key))
                .forEach(key -> parts.add("takes out " + key));
        return parts.isEmpty() ? "another order" : String.join("; ", parts);
    }

    private static String instant(OffsetDateTime at) {
        return at.toLocalDate() + " " + at.toLocalTime() + " (UTC" + at.getOffset() + ")";
    }

    private static List<String> list(JsonNode value) {
        return StreamSupport.stream(value.spliterator(), false).map(JsonNode::asString).toList();
    }

    private static Map<String, String> pairs(JsonNode value) {
        var pairs = new TreeMap<String, String>();
        value.properties().forEach(each -> pairs.put(each.getKey(), each.getValue().asString()));
        return pairs;
    }

    private static String lines(Map<String, String> pairs, String between) {
        return pairs.entrySet().stream()
                .map(each -> each.getKey() + " = " + each.getValue())
                .collect(Collectors.joining(between));
    }
}
