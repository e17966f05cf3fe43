package health.stillwater.review;

import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.Judgement;
import health.stillwater.rulebook.Moment;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which rows of the gate bind before a prescription is written. It is written under a claim, by
 * whoever has read what other programs gave: until then the rows that read it (content D14,
 * quantity D15, dose D28) and the history of supplies (D16) know nothing. They bind as soon as a
 * draft exists, and at signing whether it does or not.
 */
public final class ClaimRows {

    static final Set<String> OF_A_DRAFT = Set.of("D14", "D15", "D16", "D28");

    private static final Set<Moment> BEFORE_A_DRAFT = EnumSet.of(Moment.QUEUE, Moment.CLAIM);

    /** What makes a look at a decided case a physician's: a license, the claim, rules in force. */
    private static final Set<String> OF_A_SECOND_LOOK = Set.of("D05", "D35", "D36");

    private ClaimRows() {}

    /**
     * The part that binds whoever takes up a decided case: it may always be stopped. To prescribe,
     * every row binds at signing.
     */
    static Judgement ofASecondLook(Judgement judgement) {
        return only(judgement, OF_A_SECOND_LOOK::contains);
    }

    /** Whether every binding row was asked, and passed. */
    static boolean allowsASecondLook(Judgement binding) {
        return binding.allowed() && binding.verdicts().size() == OF_A_SECOND_LOOK.size();
    }

    /** The part of a judgement that binds. */
    public static Judgement of(Judgement judgement, Facts facts) {
        if (!BEFORE_A_DRAFT.contains(judgement.moment()) || facts.prescription() != null) {
            return judgement;
        }
        return only(judgement, row -> !OF_A_DRAFT.contains(row));
    }

    private static Judgement only(Judgement judgement, Predicate<String> binds) {
        return new Judgement(
                judgement.moment(),
                judgement.at(),
                judgement.rulebookVersion(),
                judgement.verdicts().stream().filter(each -> binds.test(each.row())).toList(),
                judgement.factsHash());
    }
}
