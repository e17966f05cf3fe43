package health.stillwater.review;

import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.Judgement;
import health.stillwater.rulebook.Moment;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which rows of the gate bind before a prescription is written. It is written under a claim, by
 * whoever has read what other programs gave: until then the rows that read it (content D14,
 * quantity D15, dose D28) and the history of supplies (D16) know nothing. They bind as soon as a
 * draft exists, and at signing whether it does or not.
 */
final class ClaimRows {

    static final Set<String> OF_A_DRAFT = Set.of("D14", "D15", "D16", "D28");

    private static final Set<Moment> BEFORE_A_DRAFT = EnumSet.of(Moment.QUEUE, Moment.CLAIM);

    private ClaimRows() {}

    /** The part of a judgement that binds. */
    static Judgement of(Judgement judgement, Facts facts) {
        if (!BEFORE_A_DRAFT.contains(judgement.moment()) || facts.prescription() != null) {
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
