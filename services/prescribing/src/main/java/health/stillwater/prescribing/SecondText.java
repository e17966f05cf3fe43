package health.stillwater.prescribing;

import health.stillwater.ledger.CanonicalJson;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/**
 * Exactly what a second physician is shown and signs.
 *
 * @param second the signature it becomes
 * @param prescriber who asks, and signs the prescription
 * @param prescription as it would be written today
 * @param aboveMg milligrams a session above which the protocol asks a second signature
 * @param mgPerSession milligrams a session of this prescription
 */
public record SecondText(
        String format,
        String second,
        String request,
        SignedText.Patient patient,
        SignedText.Prescriber prescriber,
        SignedText.Prescription prescription,
        String words,
        String benefitRisk,
        String clinicalDifference,
        String aboveMg,
        String mgPerSession,
        SigningStatement statement) {

    static final String FORMAT = "stillwater.second-text/1";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** As canonical JSON (RFC 8785). */
    String canonical() {
        return new String(CanonicalJson.bytes(this), StandardCharsets.UTF_8);
    }

    /** Reads a stored text; throws when it is not the one that was frozen. */
    static SecondText read(String canonical, String hash) {
        if (!FrozenText.hashOf(canonical).equals(hash)) {
            throw new IllegalStateException("a text changed after it was frozen: " + hash);
        }
        return JSON.readValue(canonical, SecondText.class);
    }
}
