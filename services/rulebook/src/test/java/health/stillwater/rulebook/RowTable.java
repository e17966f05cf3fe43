package health.stillwater.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.node.ObjectNode;

/**
 * The table of one row, {@code rows/D05.txt}. A line names a case in which everything is in order,
 * the moments, what is changed, and what the row must answer then. {@code in} names the place of
 * the members that follow; a leading slash leaves it; {@code at} and {@code rules} are the instant
 * and the configuration.
 *
 * <p>Times stand relative to the judgement: {@code @-24h} on the time line, {@code ~-1d2h} from the
 * start of a day of the patient's, {@code #-3mo1d} as a date of theirs.
 */
final class RowTable {

    private static final List<GateCases.Case> CASES = GateCases.load().cases();

    /** Everything in order: at signing three times, and at a new fill. */
    private static final Map<String, GateCases.Case> IN_ORDER =
            Map.of(
                    "FL", CASES.get(0),
                    "NJ", CASES.get(1),
                    "CRPS", CASES.get(2),
                    "NEXT", CASES.get(3));

    private static final Pattern TIME = Pattern.compile("([@~#])([+-]?)((?:\\d+(?:mo|[ydhms]))+)");
    private static final Pattern PART = Pattern.compile("(\\d+)(mo|[ydhms])");

    private RowTable() {}

    /** One line, at one moment. */
    record Line(
            Predicate row, String base, String moment, String in, String changes, Answer answer) {

        String name() {
            return row + " " + base + " " + moment + " " + changes + " -> " + answer;
        }

        Finding ask() {
            return RowTable.ask(row, base, moment, in, changes);
        }
    }

    static List<Line> lines(Predicate row) {
        var lines = new ArrayList<Line>();
        var in = "";
        for (var written : text(row).lines().map(String::strip).toList()) {
            if (written.isEmpty() || written.startsWith("--")) {
                continue;
            }
            if (written.equals("in") || written.startsWith("in ")) {
                in = written.substring(2).strip();
                continue;
            }
            var cells = written.split("\\|");
            var who = cells[0].strip().split(" ");
            for (var moment : who[1].split("")) {
                var answer = Answer.valueOf(cells[2].strip());
                lines.add(new Line(row, who[0], moment, in, cells[1].strip(), answer));
            }
        }
        return lines;
    }

    static Finding ask(Predicate row, String base, String moment, String changes) {
        return ask(row, base, moment, "", changes);
    }

    private static Finding ask(
            Predicate row, String base, String moment, String in, String changes) {
        var one = IN_ORDER.get(base);
        var facts = (ObjectNode) one.facts().deepCopy();
        var rules = one.configuration().deepCopy();
        var at = one.at();
        for (var change : changes.isBlank() ? new String[0] : changes.split(";")) {
            var parts = change.split("=", 2);
            var path = parts[0].strip();
            var value = times(parts[1].strip(), at, zone(facts, one));
            if (path.equals("at")) {
                at = OffsetDateTime.parse(value.replace("\"", "")).toInstant();
            } else if (path.startsWith("rules.")) {
                set(rules, path.substring("rules.".length()), value);
            } else if (path.startsWith("/")) {
                set(facts, path.substring(1), value);
            } else {
                set(facts, in.isEmpty() ? path : in + "." + path, value);
            }
        }
        return row.ask(
                new Matter(
                        Moment.of(moment),
                        at,
                        Canonical.read(facts, Facts.class),
                        Canonical.read(rules, Configuration.class)));
    }

    private static ZoneId zone(ObjectNode facts, GateCases.Case base) {
        var usual = base.facts().required("location").required("zone").asString();
        return ZoneId.of(facts.path("location").path("zone").asString(usual));
    }

    private static String times(String value, Instant at, ZoneId zone) {
        return TIME.matcher(value)
                .replaceAll(
                        found ->
                                '"'
                                        + time(
                                                found.group(1).charAt(0),
                                                found.group(2).equals("-") ? -1 : 1,
                                                found.group(3),
                                                at,
                                                zone)
                                        + '"');
    }

    private static String time(char kind, int sign, String parts, Instant at, ZoneId zone) {
        var date = LocalDate.ofInstant(at, zone);
        var seconds = 0L;
        var found = PART.matcher(parts);
        while (found.find()) {
            var number = sign * Long.parseLong(found.group(1));
            switch (found.group(2)) {
                case "y" -> date = date.plusYears(number);
                case "mo" -> date = date.plusMonths(number);
                case "d" -> {
                    date = date.plusDays(number);
                    seconds += kind == '@' ? number * 86_400 : 0;
                }
                case "h" -> seconds += number * 3_600;
                case "m" -> seconds += number * 60;
                default -> seconds += number;
            }
        }
        return switch (kind) {
            case '@' -> at.plusSeconds(seconds).toString();
            case '~' -> date.atStartOfDay(zone).toInstant().plusSeconds(seconds).toString();
            default -> date.toString();
        };
    }

    private static void set(ObjectNode tree, String path, String json) {
        var names = path.split("\\.");
        var inner = tree;
        for (var i = 0; i < names.length - 1; i++) {
            inner =
                    inner.path(names[i]).isObject()
                            ? (ObjectNode) inner.get(names[i])
                            : inner.putObject(names[i]);
        }
        inner.set(names[names.length - 1], Canonical.parse(json));
    }

    private static String text(Predicate row) {
        try {
            return new ClassPathResource("rows/" + row + ".txt", RowTable.class)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }
}
