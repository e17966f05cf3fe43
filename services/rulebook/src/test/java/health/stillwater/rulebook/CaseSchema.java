package health.stillwater.rulebook;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The vocabulary of facts, as a JSON Schema. Of a case it binds what is judged; a title, how the
 * case was made and what is expected of it are for readers, and may be missing.
 */
final class CaseSchema {

    private static final List<String> FOR_READERS = List.of("title", "madeFrom", "expected");

    private final Schema schema;

    CaseSchema() {
        var whole = (ObjectNode) Canonical.parse(text());
        var one = (ObjectNode) whole.required("$defs").required("case");
        one.remove("additionalProperties");
        ((ObjectNode) one.required("properties")).remove(FOR_READERS);
        var required = one.putArray("required");
        List.of("id", "moment", "at", "configuration", "facts").forEach(required::add);
        whole.retain("$defs");
        whole.put("$ref", "#/$defs/case");
        schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(whole);
    }

    /** Says where a case does not fit. */
    void require(JsonNode written) {
        var errors = schema.validate(written);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(
                    errors.stream()
                            .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                            .distinct()
                            .collect(Collectors.joining("; ")));
        }
    }

    private static String text() {
        try {
            return new ClassPathResource("facts.schema.json", CaseSchema.class)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }
}
