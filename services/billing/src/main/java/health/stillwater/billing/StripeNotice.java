package health.stillwater.billing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a webhook says happened. Only the ids are taken from it: the object itself is asked for, so
 * neither its age nor the version it is written in matters.
 */
sealed interface StripeNotice {

    String id();

    /**
     * @param object the id of what it happened to; empty for the few things without one
     */
    record About(String id, String type, String object) implements StripeNotice {}

    /** Truly from Stripe, and yet we cannot read it. */
    record Unreadable(String id) implements StripeNotice {}

    static StripeNotice read(String payload, JsonMapper json) {
        try {
            var event = json.readTree(payload);
            var id = event.path("id").asString("");
            var type = event.path("type").asString("");
            var object = event.path("data").path("object").path("id").asString("");
            if (!id.isEmpty() && !type.isEmpty()) {
                return new About(id, type, object);
            }
        } catch (JacksonException garbled) {
            // falls through: what cannot be read gets a name from its content
        }
        return new Unreadable("unreadable-" + hash(payload));
    }

    private static String hash(String payload) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
