package health.stillwater.portals.compliance;

import health.stillwater.portals.shell.Choice;
import health.stillwater.rulebook.Setting;
import health.stillwater.rulebook.SettingView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Values an officer may change, in groups as the rows read them.
 *
 * @param director who signs for the protocol; empty when nobody is named
 */
public record ValuesPage(List<SettingView> values, String director) {

    /** By row, in the order of the rows; what several rows read comes last. */
    public Map<String, List<SettingView>> groups() {
        return values.stream()
                .collect(
                        Collectors.groupingBy(
                                ValuesPage::group, LinkedHashMap::new, Collectors.toList()));
    }

    private static String group(SettingView value) {
        var row = value.setting().row();
        return row == null ? "Several rows" : row;
    }

    /** The answers to choose from; empty where a value is typed. */
    public static List<Choice> choices(Setting setting) {
        return switch (setting.kind()) {
            case YES_NO -> List.of(Choice.of("yes", "Yes"), Choice.of("no", "No"));
            case CHOICE -> setting.choices().stream().map(each -> Choice.of(each, each)).toList();
            case AGE, NUMBER, CAP, THRESHOLD, INSTANT, LIST, PAIRS, WORDS -> List.of();
        };
    }

    /** How it is written. */
    public static String hint(Setting setting) {
        return switch (setting.kind()) {
            case AGE -> "Such as 7 days, 24 hours or 5 minutes.";
            case NUMBER -> "A whole number" + unit(setting) + bounds(setting) + ".";
            case CAP -> "A number" + unit(setting) + ". Empty means not set, and refuses.";
            case THRESHOLD -> "A number" + unit(setting) + ". Empty means that nothing is asked.";
            case INSTANT -> "Such as 2026-12-31 23:59:59, Eastern (ET).";
            case LIST -> "One on a line.";
            case PAIRS -> "One on a line, as code = value.";
            case YES_NO, CHOICE, WORDS -> "";
        };
    }

    public static boolean lines(Setting setting) {
        return setting.kind() == Setting.Kind.LIST || setting.kind() == Setting.Kind.PAIRS;
    }

    private static String unit(Setting setting) {
        return setting.unit().isEmpty() ? "" : " of " + setting.unit();
    }

    private static String bounds(Setting setting) {
        var least = setting.least();
        var most = setting.most();
        return least == null || most == null
                ? ""
                : ", from " + least.toPlainString() + " to " + most.toPlainString();
    }
}
