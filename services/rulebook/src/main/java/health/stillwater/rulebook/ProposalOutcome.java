package health.stillwater.rulebook;

import java.util.Map;

/** What became of a draft. */
public sealed interface ProposalOutcome {

    /** It waits for a second person. */
    record Proposed(long number) implements ProposalOutcome {}

    /**
     * It cannot be proposed.
     *
     * @param sentences by the draft's field, in the order a person reads it
     */
    record NotValid(Map<String, String> sentences) implements ProposalOutcome {}
}
