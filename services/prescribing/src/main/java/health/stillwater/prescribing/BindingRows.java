package health.stillwater.prescribing;

import health.stillwater.rulebook.Judgement;
import java.util.Set;

/**
 * Which rows of the gate bind which decision. To approve, every row. To decline, only those that
 * make it a decision at all: a licensed human (D05) under a live claim, no relative (D35), by rules
 * that are in force (D36). A patient without a visit, a report or a pharmacy may always be told no.
 */
final class BindingRows {

    static final Set<String> OF_A_DECLINE = Set.of("D05", "D35", "D36");

    private BindingRows() {}

    /** The part of a judgement that binds this decision. */
    static Judgement of(Judgement judgement, PrescriberVerdict verdict) {
        return switch (verdict) {
            case APPROVE -> judgement;
            case DECLINE ->
                    new Judgement(
                            judgement.moment(),
                            judgement.at(),
                            judgement.rulebookVersion(),
                            judgement.verdicts().stream()
                                    .filter(answer -> OF_A_DECLINE.contains(answer.row()))
                                    .toList(),
                            judgement.factsHash());
        };
    }

    /** Whether the decision may stand: every binding row was asked, and passed. */
    static boolean allow(Judgement binding, PrescriberVerdict verdict) {
        return switch (verdict) {
            case APPROVE -> binding.allowed();
            case DECLINE -> binding.allowed() && binding.verdicts().size() == OF_A_DECLINE.size();
        };
    }
}
