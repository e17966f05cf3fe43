package health.stillwater.prescribing;

import java.util.UUID;

/**
 * What waits for a second physician's signature.
 *
 * @param hash SHA-256 of the text's canonical bytes, in hex
 * @param nonce base64url; bound to this request and this hash; good once
 */
public record SecondRequest(UUID id, SecondText text, String hash, String nonce) {}
