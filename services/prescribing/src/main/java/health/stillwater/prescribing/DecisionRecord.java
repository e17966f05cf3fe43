package health.stillwater.prescribing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A signed decision, whole.
 *
 * @param text what was shown and signed
 * @param textHash SHA-256 of its canonical bytes, in hex
 * @param bundle the evidence as canonical JSON; its UTF-8 bytes are the leaf of the ledger
 * @param hash SHA-256 of the bundle, in hex
 * @param fence the claim it was decided under
 * @param acr level of the second factor
 * @param factorAt when it was completed
 */
public record DecisionRecord(
        DecisionView decision,
        SignedText text,
        String textHash,
        String bundle,
        String hash,
        long fence,
        String acr,
        Instant factorAt) {

    /** The same with its place in the ledger; null when it has none yet. */
    DecisionRecord at(@Nullable Long index) {
        return new DecisionRecord(
                decision.at(index), text, textHash, bundle, hash, fence, acr, factorAt);
    }

    /** The gate's snapshot inside the bundle: by it the judgement can be made again. */
    public String gate() {
        return JsonMapper.shared().readTree(bundle).required("gate").toString();
    }
}
