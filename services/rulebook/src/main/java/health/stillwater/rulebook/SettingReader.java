package health.stillwater.rulebook;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads what an officer typed as the value of a setting. */
final class SettingReader {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern AGE = Pattern.compile("(\\d{1,5})\\s*(day|hour|minute)s?");

    private final ZoneId zone;

    /** What was typed is no value of this setting; the message says what is. */
    static final class NotAValue extends Exception {
        NotAValue(String sentence) {
            super(sentence);
        }
    }

    /**
     * Reads for one place.
     *
     * @param zone where times of day are meant
     */
    SettingReader(ZoneId zone) {
        this.zone = zone;
    }

    JsonNode read(Setting setting, String typed) throws NotAValue {
        var text = typed.strip();
        if (text.isEmpty() && setting.mayBeUnset()) {
            return JSON.nullNode();
        }
        if (text.isEmpty() && setting.kind() != Setting.Kind.LIST) {
            throw new NotAValue("Enter a value");
        }
        return switch (setting.kind()) {
            case AGE -> age(text);
            case NUMBER -> number(setting, text);
            case CAP, THRESHOLD -> number(setting, text);
            case YES_NO -> yesOrNo(text);
            case CHOICE -> JSON.stringNode(choice(setting, text));
            case INSTANT -> instant(text);
            case LIST -> list(setting, text);
            case PAIRS -> pairs(setting, text);
            case WORDS -> JSON.stringNode(text);
        };
    }

    private static JsonNode age(String text) throws NotAValue {
        var match = AGE.matcher(text.toLowerCase(Locale.US));
        if (!match.matches() || Integer.parseInt(match.group(1)) == 0) {
            throw new NotAValue("Enter an age, such as 7 days, 24 hours or 5 minutes");
        }
        var number = Integer.parseInt(match.group(1));
        var age =
                switch (match.group(2)) {
                    case "day" -> "P" + number + "D";
                    case "hour" -> Duration.ofHours(number).toString();
                    default -> Duration.ofMinutes(number).toString();
                };
        return JSON.stringNode(age);
    }

    private static JsonNode number(Setting setting, String text) throws NotAValue {
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException wrong) {
            throw new NotAValue("Enter a number");
        }
        var least = setting.least();
        var most = setting.most();
        if (least != null && number.compareTo(least) < 0) {
            throw new NotAValue("Enter a number of at least " + least.toPlainString());
        }
        if (most != null && number.compareTo(most) > 0) {
            throw new NotAValue("Enter a number of at most " + most.toPlainString());
        }
        if (setting.mayBeUnset()) {
            return JSON.numberNode(number.stripTrailingZeros());
        }
        try {
            return JSON.numberNode(number.intValueExact());
        } catch (ArithmeticException broken) {
            throw new NotAValue("Enter a whole number");
        }
    }

    private static JsonNode yesOrNo(String text) throws NotAValue {
        return switch (text.toLowerCase(Locale.US)) {
            case "yes" -> JSON.booleanNode(true);
            case "no" -> JSON.booleanNode(false);
            default -> throw new NotAValue("Choose yes or no");
        };
    }

    private static String choice(Setting setting, String text) throws NotAValue {
        if (!setting.choices().isEmpty() && !setting.choices().contains(text)) {
            throw new NotAValue("Choose one of: " + String.join(", ", setting.choices()));
        }
        return text;
    }

    private JsonNode instant(String text) throws NotAValue {
        try {
            var local = LocalDateTime.parse(text.replace(' ', 'T'));
            return JSON.stringNode(local.atZone(zone).toOffsetDateTime().toString());
        } catch (DateTimeParseException wrong) {
            throw new NotAValue("Enter a day and a time, such as 2026-12-31 23:59:59");
        }
    }

    private static JsonNode list(Setting setting, String text) throws NotAValue {
        var list = JSON.arrayNode();
        for (var each : lines(text)) {
            list.add(choice(setting, each));
        }
        return list;
    }

    private static JsonNode pairs(Setting setting, String text) throws NotAValue {
        var pairs = JSON.objectNode();
        for (var line : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            var parts = line.split("=", 2);
            if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw new NotAValue("Write one on a line, as code = value; this is not: " + line);
            }
            if (pairs.has(parts[0].strip())) {
                throw new NotAValue("This stands twice: " + parts[0].strip());
            }
            pairs.put(parts[0].strip(), choice(setting, parts[1].strip()));
        }
        return pairs;
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("[\\n,]"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }
}
