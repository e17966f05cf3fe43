package health.stillwater.rulebook;

import health.stillwater.rulebook.SnapshotView.Known;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a snapshot for people. Nothing is judged again here. */
final class SnapshotReading {

    /** What serves as the age of a fact, the first that is there. */
    private static final List<String> AGES = List.of("observedAt", "endedAt", "signedAt");

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private final List<Known> lines = new ArrayList<>();

    private SnapshotReading() {}

    static SnapshotView of(String text, Book book) {
        var snapshot = Canonical.parse(text);
        var verdicts =
                StreamSupport.stream(snapshot.required("verdicts").spliterator(), false)
                        .map(verdict -> verdict(verdict, book))
                        .toList();
        var reading = new SnapshotReading();
        reading.tell("", snapshot.required("facts"));
        return new SnapshotView(
                Moment.of(snapshot.required("moment").asString()),
                Instant.parse(snapshot.required("at").asString()),
                snapshot.required("allowed").asBoolean(),
                snapshot.required("rulebookVersion").asString(),
                verdicts,
                List.copyOf(reading.lines));
    }

    private static Verdict verdict(JsonNode written, Book book) {
        var row = written.required("row").asString();
        var version = written.required("version").asInt();
        return new Verdict(
                row,
                version,
                Answer.valueOf(written.required("answer").asString()),
                written.required("reason").asString(),
                book.row(row, version).written().words());
    }

    /** One line for each thing with members of its own, the things inside it after it. */
    private void tell(String path, JsonNode thing) {
        var says =
                thing.properties().stream()
                        .filter(member -> simple(member.getValue()))
                        .map(member -> words(member.getKey()) + " " + plain(member.getValue()))
                        .collect(Collectors.joining("; "));
        if (!says.isEmpty()) {
            lines.add(new Known(path, says, age(thing)));
        }
        for (var member : thing.properties()) {
            var name = words(member.getKey());
            var inner = path.isEmpty() ? name : path + ", " + name;
            if (member.getValue().isObject()) {
                tell(inner, member.getValue());
            } else if (!simple(member.getValue())) {
                each(inner, member.getValue());
            }
        }
    }

    private void each(String path, JsonNode list) {
        for (var i = 0; i < list.size(); i++) {
            tell(path + " " + (i + 1), list.get(i));
        }
    }

    /** What stands on one line: a value, or a list of values. */
    private static boolean simple(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isValueNode)
                : value.isValueNode();
    }

    private static String plain(JsonNode value) {
        if (value.isArray()) {
            return value.isEmpty()
                    ? "none"
                    : StreamSupport.stream(value.spliterator(), false)
                            .map(SnapshotReading::plain)
                            .collect(Collectors.joining(", "));
        }
        return value.isBoolean() ? (value.asBoolean() ? "yes" : "no") : value.asString();
    }

    private static @Nullable Instant age(JsonNode thing) {
        for (var name : AGES) {
            var written = thing.path(name);
            if (written.isString()) {
                try {
                    return Instant.parse(written.asString());
                } catch (DateTimeException aDate) {
                    return null;
                }
            }
        }
        return null;
    }

    /** {@code deaRegistrations} is said {@code dea registrations}; what is a code stays one. */
    private static String words(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT))
                ? name
                : HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
