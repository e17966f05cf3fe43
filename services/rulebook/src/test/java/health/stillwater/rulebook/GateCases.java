package health.stillwater.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The 206 shared cases: what every row must answer for given facts at a given moment. */
record GateCases(ObjectNode configuration, List<Case> cases) {

    record Case(
            String id,
            String title,
            Moment moment,
            Instant at,
            JsonNode patch,
            JsonNode facts,
            JsonNode expected) {

        Facts read() {
            return Canonical.read(facts, Facts.class);
        }

        Map<String, String> expectedRows() {
            var rows = new TreeMap<String, String>();
            expected.required("rows")
                    .properties()
                    .forEach(row -> rows.put(row.getKey(), row.getValue().asString()));
            return rows;
        }
    }

    static GateCases load() {
        try {
            var file = new ClassPathResource("cases.json", GateCases.class);
            var tree = Canonical.parse(file.getContentAsString(StandardCharsets.UTF_8));
            var cases =
                    StreamSupport.stream(tree.required("cases").spliterator(), false)
                            .map(GateCases::read)
                            .toList();
            return new GateCases((ObjectNode) tree.required("configuration"), cases);
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    /** The file's configuration with a case's own changes laid over it (RFC 7396). */
    ObjectNode configurationOf(Case one) {
        return patched(configuration.deepCopy(), one.patch());
    }

    static ObjectNode patched(ObjectNode target, JsonNode patch) {
        patch.properties()
                .forEach(
                        change -> {
                            var name = change.getKey();
                            if (change.getValue().isNull()) {
                                target.remove(name);
                            } else if (change.getValue().isObject()) {
                                var inner =
                                        target.path(name).isObject()
                                                ? (ObjectNode) target.get(name)
                                                : target.putObject(name);
                                patched(inner, change.getValue());
                            } else {
                                target.set(name, change.getValue());
                            }
                        });
        return target;
    }

    private static Case read(JsonNode written) {
        return new Case(
                written.required("id").asString(),
                written.required("title").asString(),
                Moment.of(written.required("moment").asString()),
                OffsetDateTime.parse(written.required("at").asString()).toInstant(),
                written.required("configuration"),
                written.required("facts"),
                written.required("expected"));
    }
}
