package health.stillwater.review;

import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.Judgement;
import health.stillwater.rulebook.Moment;
import java.util.Set;

/**
 * Which rows of the gate bind a claim. A prescription is written under a claim, so before it there
 * is none, and the rows that read it (content D14, quantity D15, dose D28) know nothing. They bind
 * as soon as a draft exists, and at signing whether it does or not.
 */
final class ClaimRows {

    static final Set<String> OF_A_DRAFT = Set.of("D14", "D15", "D28");

    private ClaimRows() {}

    /** The part of a judgement that binds. */
    static Judgement of(Judgement judgement, Facts facts) {
        if (judgement.moment() != Moment.CLAIM || facts.prescription() != null) {
            return judgement;
        }
        return new Judgement(
                judgement.moment(),
                judgement.at(),
                judgement.rulebookVersion(),
                judgement.verdicts().stream()
                        .filter(verdict -> !OF_A_DRAFT.contains(verdict.row()))
                        .toList(),
                judgement.factsHash());
    }
}
