package health.stillwater.portals.site;

import health.stillwater.kernel.UsState;
import health.stillwater.portals.shell.Moments;
import health.stillwater.rulebook.Indication;
import health.stillwater.rulebook.Rulebook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What we may say that we treat, and where: what the rulebook offers today, and nothing else.
 *
 * @param states where we treat anybody
 * @param treated what we treat, everywhere where we treat
 * @param notTreated what people ask for, and we do not treat at least in one place
 * @param ruleEnds the last day of the federal rule behind all of it; null when the rules do not say
 * @param ruleEnded whether that day is over
 */
public record Offer(
        List<String> states,
        List<String> treated,
        List<String> notTreated,
        @Nullable LocalDate ruleEnds,
        boolean ruleEnded) {

    static Offer of(Rulebook rulebook, Instant now) {
        var states = Arrays.stream(UsState.values()).filter(rulebook::launched).toList();
        Predicate<Indication> treated =
                indication ->
                        !states.isEmpty()
                                && states.stream()
                                        .allMatch(state -> rulebook.offers(state, indication));
        var ends = rulebook.temporaryRuleEnds();
        return new Offer(
                states.stream().map(UsState::title).toList(),
                names(treated),
                names(treated.negate()),
                ends.map(instant -> LocalDate.ofInstant(instant, Moments.HOUSE)).orElse(null),
                ends.filter(now::isAfter).isPresent());
    }

    /** Whether we take anybody at all. */
    public boolean open() {
        return !treated.isEmpty();
    }

    /** {@code depression, anxiety or PTSD}. */
    public static String joined(List<String> words, String last) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1))
                        + " "
                        + last
                        + " "
                        + words.getLast();
    }

    private static List<String> names(Predicate<Indication> which) {
        return Arrays.stream(Indication.values()).filter(which).map(Offer::name).toList();
    }

    private static String name(Indication indication) {
        return switch (indication) {
            case DEPRESSION -> "depression";
            case ANXIETY -> "anxiety";
            case PTSD -> "PTSD";
            case CHRONIC_PAIN -> "chronic pain";
            case CRPS -> "CRPS";
        };
    }
}
