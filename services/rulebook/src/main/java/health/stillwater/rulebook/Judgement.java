package health.stillwater.rulebook;

import java.time.Instant;
import java.util.List;

/**
 * The answers of every rule that applies at a moment; none is left out because another failed
 * first.
 *
 * @param rulebookVersion the version of the rules judged by
 * @param factsHash SHA-256 of the facts judged, in hex
 */
public record Judgement(
        Moment moment,
        Instant at,
        String rulebookVersion,
        List<Verdict> verdicts,
        String factsHash) {

    /** Whether the act may happen. */
    public boolean allowed() {
        return verdicts.stream().allMatch(Verdict::passes);
    }

    /** The rules that stand in the way. */
    public List<Verdict> stops() {
        return verdicts.stream().filter(verdict -> !verdict.passes()).toList();
    }

    /** What the patient may be told, each sentence once. */
    public List<String> sentencesForPatient() {
        return stops().stream().map(verdict -> verdict.words().patient()).distinct().toList();
    }

    /** What the prescriber is told, each sentence once. */
    public List<String> sentencesForPrescriber() {
        return stops().stream().map(verdict -> verdict.words().prescriber()).distinct().toList();
    }
}
