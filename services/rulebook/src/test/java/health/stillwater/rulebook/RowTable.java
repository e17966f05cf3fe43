package health.stillwater.rulebook;

import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of a table test: a case in which everything is in order, a few facts changed, one row
 * asked. A change is {@code group.member = JSON}; {@code at} and {@code rules.…} change the instant
 * and the configuration.
 */
final class RowTable {

    private static final GateCases CASES = GateCases.load();

    /** Florida, first prescription, judged on 2026-06-10 at 14:05 Eastern. */
    private static final GateCases.Case FLORIDA = CASES.cases().getFirst();

    /** New Jersey, judged on 2026-09-22 at 10:31 Eastern. */
    private static final GateCases.Case NEW_JERSEY = CASES.cases().get(1);

    private RowTable() {}

    static Finding florida(Predicate row, String moment, String changes) {
        return ask(FLORIDA, row, moment, changes);
    }

    static Finding newJersey(Predicate row, String moment, String changes) {
        return ask(NEW_JERSEY, row, moment, changes);
    }

    private static Finding ask(GateCases.Case base, Predicate row, String moment, String changes) {
        var facts = (ObjectNode) base.facts().deepCopy();
        var rules = base.configuration().deepCopy();
        var at = base.at();
        for (var change : changes.isBlank() ? new String[0] : changes.split(";")) {
            var parts = change.split("=", 2);
            var path = parts[0].strip();
            var value = parts[1].strip();
            if (path.equals("at")) {
                at = OffsetDateTime.parse(value).toInstant();
            } else if (path.startsWith("rules.")) {
                set(rules, path.substring("rules.".length()), value);
            } else {
                set(facts, path, value);
            }
        }
        return answer(row, moment, at, facts, rules);
    }

    private static Finding answer(
            Predicate row, String moment, Instant at, ObjectNode facts, ObjectNode rules) {
        return row.ask(
                new Matter(
                        Moment.of(moment),
                        at,
                        Canonical.read(facts, Facts.class),
                        Canonical.read(rules, Configuration.class)));
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
}
