package health.stillwater.prescribing;

import health.stillwater.rulebook.Judgement;

/** What came of completing the second factor. */
public sealed interface SigningOutcome {

    /**
     * On record, and its leaf is written.
     *
     * @param leaf the number of the leaf; its place in the ledger is given a moment later
     */
    record Signed(DecisionId decision, long leaf) implements SigningOutcome {}

    /** The gate says no; nothing was written, and the text must be marked ready again. */
    record Stopped(Judgement judgement) implements SigningOutcome {}

    /** The second factor does not sign this; nothing was written. */
    record FactorRefused(String why) implements SigningOutcome {}
}
