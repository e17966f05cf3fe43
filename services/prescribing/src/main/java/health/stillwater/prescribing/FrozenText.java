package health.stillwater.prescribing;

import health.stillwater.ledger.CanonicalJson;
import health.stillwater.ledger.Sha256;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is shown, together with its exact bytes.
 *
 * @param canonical the content as canonical JSON (RFC 8785)
 * @param hash SHA-256 of the UTF-8 bytes of that, in hex
 */
record FrozenText(SignedText content, String canonical, String hash) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static FrozenText freeze(SignedText content) {
        var bytes = CanonicalJson.bytes(content);
        return new FrozenText(
                content, new String(bytes, StandardCharsets.UTF_8), Sha256.hex(bytes));
    }

    /** Reads a stored text; throws when it is not the one that was frozen. */
    static FrozenText read(String canonical, String hash) {
        if (!hashOf(canonical).equals(hash)) {
            throw new IllegalStateException("a text changed after it was frozen: " + hash);
        }
        return new FrozenText(JSON.readValue(canonical, SignedText.class), canonical, hash);
    }

    static String hashOf(String canonical) {
        return Sha256.hex(canonical.getBytes(StandardCharsets.UTF_8));
    }
}
