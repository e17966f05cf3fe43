package health.stillwater.prescribing;

import health.stillwater.ledger.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything shown and known at the moment of signing, as one canonical JSON text: the leaf of the
 * ledger.
 */
final class EvidenceBundle {

    static final String FORMAT = "stillwater.evidence/1";
    static final String SECOND_FORMAT = "stillwater.second-evidence/1";

    private static final JsonMapper JSON = JsonMapper.shared();

    private EvidenceBundle() {}

    /**
     * The bundle of one decision.
     *
     * @param gate the rulebook's snapshot: rows, verdicts, configuration and every fact
     * @param second the evidence of the second signature, where there is one
     */
    static String of(
            Signing signing,
            SecondFactor factor,
            Instant at,
            String gate,
            Optional<String> second) {
        var text = signing.text();
        var bundle = new LinkedHashMap<String, @Nullable Object>();
        bundle.put("format", FORMAT);
        bundle.put("decision", signing.id().toString());
        bundle.put("request", signing.request().toString());
        bundle.put("patient", signing.patient().toString());
        bundle.put("verdict", text.content().verdict().name());
        bundle.put("text", text.content());
        bundle.put("textHash", text.hash());
        bundle.put("gate", JSON.readTree(gate));
        bundle.put("bindingRows", bindingRows(text.content().verdict()));
        bundle.put(
                "signer",
                Map.of(
                        "id", signing.physician().toString(),
                        "name", text.content().prescriber().name(),
                        "claim", signing.fence()));
        bundle.put("factor", factor(factor));
        bundle.put("readyAt", signing.readyAt().toString());
        bundle.put("signedAt", at.toString());
        bundle.put("about", text.content().about());
        bundle.put("supersedes", text.content().supersedes());
        second.ifPresent(evidence -> bundle.put("second", JSON.readTree(evidence)));
        return new String(CanonicalJson.bytes(bundle), StandardCharsets.UTF_8);
    }

    /** The bundle of a second physician's signature. */
    static String of(
            SecondSignature second,
            Map<String, String> signer,
            SecondFactor factor,
            Instant at,
            String gate,
            Set<String> bindingRows) {
        var bundle = new LinkedHashMap<String, @Nullable Object>();
        bundle.put("format", SECOND_FORMAT);
        bundle.put("second", second.id().toString());
        bundle.put("request", second.request().toString());
        bundle.put("patient", second.patient().toString());
        bundle.put("text", second.text());
        bundle.put("textHash", second.hash());
        bundle.put("gate", JSON.readTree(gate));
        bundle.put("bindingRows", new TreeSet<>(bindingRows));
        bundle.put("signer", signer);
        bundle.put("factor", factor(factor));
        bundle.put("signedAt", at.toString());
        return new String(CanonicalJson.bytes(bundle), StandardCharsets.UTF_8);
    }

    private static Map<String, String> factor(SecondFactor factor) {
        return Map.of(
                "acr", factor.acr(),
                "authTime", factor.authTime().toString(),
                "nonce", factor.nonce(),
                "subject", factor.subject());
    }

    /** What the gate said when this was signed. */
    static String gateOf(String bundle) {
        return JSON.readTree(bundle).required("gate").toString();
    }

    private static Object bindingRows(PrescriberVerdict verdict) {
        return verdict.prescribes() ? "all" : new TreeSet<>(BindingRows.OF_A_DECLINE);
    }
}
