package health.stillwater.prescribing;

import health.stillwater.rulebook.Judgement;
import java.util.Set;

/**
 * Which rows of the gate bind which decision. To prescribe, every row. To decline, refer or stop,
 * only those that make it a decision at all: a licensed human (D05) under a live claim, no relative
 * (D35), by rules that are in force (D36). A patient without a visit, a report or a pharmacy may
 * always be told no, and a harmful treatment may always be stopped.
 */
final class BindingRows {

    static final Set<String> OF_A_DECLINE = Set.of("D05", "D35", "D36");

    private BindingRows() {}

    /** The part of a judgement that binds this decision. */
    static Judgement of(Judgement judgement, PrescriberVerdict verdict) {
        return verdict.prescribes() ? judgement : only(judgement, OF_A_DECLINE);
    }

    /** The part of a judgement about these rows. */
    static Judgement only(Judgement judgement, Set<String> rows) {
        return new Judgement(
                judgement.moment(),
                judgement.at(),
                judgement.rulebookVersion(),
                judgement.verdicts().stream()
                        .filter(answer -> rows.contains(answer.row()))
                        .toList(),
                judgement.factsHash());
    }

    /** Whether the decision may stand: every binding row was asked, and passed. */
    static boolean allow(Judgement binding, PrescriberVerdict verdict) {
        return binding.allowed()
                && (verdict.prescribes() || binding.verdicts().size() == OF_A_DECLINE.size());
    }
}
