package health.stillwater.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file of cases: facts at a moment, and, in the shared ones, what every row must answer. Nothing
 * here knows a case by its id.
 *
 * @param misfits the cases that cannot be judged, and why: a sentence each
 */
record GateCases(ObjectNode configuration, List<Case> cases, List<String> misfits) {

    /**
     * One case.
     *
     * @param configuration the file's, with the case's own changes laid over it
     */
    record Case(
            String id,
            String title,
            Moment moment,
            Instant at,
            ObjectNode configuration,
            JsonNode facts,
            JsonNode expected) {

        @Override
        public String toString() {
            return id + " " + title;
        }

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

        /** What the product's own gate answers, by row. */
        Map<String, String> answers(List<Row> book) {
            var answers = new TreeMap<String, String>();
            for (var verdict : new Pack("cases", configuration, book).ask(moment, at, read())) {
                answers.put(verdict.row(), verdict.answer().name().toLowerCase(Locale.ROOT));
            }
            return answers;
        }
    }

    /** The 206 shared cases. That they fit the schema is a test of its own. */
    static GateCases load() {
        return read(shared(), _ -> {});
    }

    static String shared() {
        try {
            var file = new ClassPathResource("cases.json", GateCases.class);
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    /** Reads a file; what does not fit the schema as a whole is refused. */
    static GateCases read(String text) {
        return read(text, new CaseSchema()::require);
    }

    private static GateCases read(String text, Consumer<JsonNode> schema) {
        JsonNode file;
        try {
            file = Canonical.parse(text);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("no JSON: " + broken.getOriginalMessage());
        }
        if (!(file.path("configuration") instanceof ObjectNode configuration)
                || !file.path("cases").isArray()) {
            throw new IllegalArgumentException(
                    "a file of cases is an object with a configuration and a list of cases");
        }
        var cases = new ArrayList<Case>();
        var misfits = new ArrayList<String>();
        for (var written : file.path("cases")) {
            try {
                schema.accept(written);
                cases.add(read(configuration, written));
            } catch (IllegalArgumentException | JacksonException | DateTimeException misfit) {
                var name =
                        written.path("id")
                                .asString("number " + (cases.size() + misfits.size() + 1));
                misfits.add("case " + name + ": " + misfit.getMessage());
            }
        }
        return new GateCases(configuration, List.copyOf(cases), List.copyOf(misfits));
    }

    private static Case read(ObjectNode defaults, JsonNode written) {
        var configuration = patched(defaults.deepCopy(), written.required("configuration"));
        var one =
                new Case(
                        written.required("id").asString(),
                        written.path("title").asString(""),
                        Moment.of(written.required("moment").asString()),
                        OffsetDateTime.parse(written.required("at").asString()).toInstant(),
                        configuration,
                        written.required("facts"),
                        written.path("expected"));
        one.read();
        Canonical.read(configuration, Configuration.class);
        return one;
    }

    /** RFC 7396: a null removes, an object is laid over, anything else takes the place. */
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
}
