package health.stillwater.rulebook;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a proposal does to the book once it is approved. */
sealed interface Change {

    /** A row's next version. */
    record OfRow(RowView row, ZoneId zone) implements Change {}

    /** Another value in the configuration; the path is that of a {@link Setting}. */
    record OfValue(String path, JsonNode value) implements Change {

        /** Puts the value where it belongs. */
        void into(ObjectNode content) {
            var names = path.split("\\.");
            var inner = content;
            for (var i = 0; i < names.length - 1; i++) {
                inner =
                        inner.path(names[i]) instanceof ObjectNode found
                                ? found
                                : inner.putObject(names[i]);
            }
            inner.set(names[names.length - 1], value);
        }

        /** What stands at a path; null in JSON's sense where nothing does. */
        static JsonNode at(JsonNode content, String path) {
            var found = content;
            for (var name : path.split("\\.")) {
                found = found.path(name);
            }
            return found.isMissingNode() ? JsonNodeFactory.instance.nullNode() : found;
        }
    }

    /** These rows were compared with their sources on a day, and still say what those say. */
    record OfVerification(List<String> rows, LocalDate on) implements Change {}

    static Change read(ProposalView.Kind kind, String json) {
        var tree = Canonical.parse(json);
        return switch (kind) {
            case ROW -> Canonical.read(tree, OfRow.class);
            case VALUE -> Canonical.read(tree, OfValue.class);
            case VERIFICATION -> Canonical.read(tree, OfVerification.class);
        };
    }

    default ProposalView.Kind kind() {
        return switch (this) {
            case OfRow _ -> ProposalView.Kind.ROW;
            case OfValue _ -> ProposalView.Kind.VALUE;
            case OfVerification _ -> ProposalView.Kind.VERIFICATION;
        };
    }

    default String subject() {
        return switch (this) {
            case OfRow change -> change.row().id();
            case OfValue change -> change.path();
            case OfVerification change -> String.join(" ", change.rows());
        };
    }

    default String json() {
        return Canonical.text(Canonical.tree(this));
    }
}
