package health.stillwater.prescribing;

import health.stillwater.ledger.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What came of gathering a case file. */
public sealed interface CaseFileOutcome {

    /**
     * The decisions with their proofs, ready to be written out.
     *
     * @param decisions in the order of the ledger, one for each entry of the evidence
     */
    record Gathered(
            CaseFileScope scope, Instant at, List<DecisionRecord> decisions, Evidence evidence)
            implements CaseFileOutcome {

        /** What the manifest says of it: ids and instants, no name. */
        public List<String> about() {
            var lines = new ArrayList<>(scope.lines());
            lines.add("made " + at);
            return lines;
        }
    }

    /** No decision was signed in this scope. */
    record Nothing() implements CaseFileOutcome {}

    /** More decisions than one file holds; a shorter time holds fewer. */
    record TooMany(int most) implements CaseFileOutcome {}
}
