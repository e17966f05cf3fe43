package health.stillwater.prescribing;

/**
 * A certified vendor of electronic prescribing of controlled substances, as far as we speak with
 * one: it is told of a prescription once, by the decision's id, and can be asked whether it has it.
 * What only a certified application may do stands in {@code docs/epcs.md}.
 */
interface EpcsVendor {

    /**
     * Tells it of a prescription. The id makes a repetition harmless.
     *
     * @param bundle the signed evidence, byte for byte
     */
    Reply file(DecisionId decision, String bundle);

    /** Whether it has the prescription. */
    Reply ask(DecisionId decision);

    /** What it says. */
    sealed interface Reply {

        /** It has it, under a name of its own. */
        record HasIt(String reference) implements Reply {}

        record NeverHeardOfIt() implements Reply {}

        /** It understood, and refuses. */
        record TurnedAway(int status) implements Reply {}

        /** No answer, or none that says anything: it may have it or not. */
        record Unknown() implements Reply {}
    }
}
