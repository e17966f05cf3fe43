package health.stillwater.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON in the one form that can be hashed and signed (RFC 8785): the same content always gives the
 * same bytes.
 */
public final class CanonicalJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(
                            DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS,
                            DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private CanonicalJson() {}

    /** The canonical bytes of a record, a map or a {@code JsonNode}. */
    public static byte[] bytes(Object content) {
        return bytesOf(MAPPER.writeValueAsString(content));
    }

    /** The canonical bytes of what is JSON already. */
    public static byte[] bytesOf(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedUTF8();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("not JSON", unreadable);
        }
    }
}
