package health.stillwater.rulebook;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stop to everything, one state, one indication, one physician or one pharmacy, with every word
 * that was given about it.
 *
 * @param target the state's postal code, the indication's code, or the id; null for everything
 * @param targetName what people call it
 * @param words the first one threw it
 */
public record KillSwitch(
        long number, Scope scope, @Nullable String target, String targetName, List<Word> words) {

    /** How much it stops. */
    public enum Scope {
        EVERYTHING,
        STATE,
        INDICATION,
        PHYSICIAN,
        PHARMACY
    }

    /**
     * What was said about it. It binds from the first person's word; another confirms or lifts it,
     * and it ends only when one asks for the release and another gives it.
     */
    public enum Said {
        THROWN,
        CONFIRMED,
        LIFTED,
        RELEASE_ASKED,
        RELEASE_REFUSED,
        RELEASED;

        private static final Set<Said> ENDS = Set.of(LIFTED, RELEASED);

        /** Whether the switch still stops anything after this word. */
        public boolean stops() {
            return !ENDS.contains(this);
        }

        Set<Said> next() {
            return switch (this) {
                case THROWN -> Set.of(CONFIRMED, LIFTED);
                case CONFIRMED, RELEASE_REFUSED -> Set.of(RELEASE_ASKED);
                case RELEASE_ASKED -> Set.of(RELEASED, RELEASE_REFUSED);
                case LIFTED, RELEASED -> Set.of();
            };
        }

        /** Whether it must come from another person than the word before it. */
        boolean takesAnother() {
            return this == CONFIRMED || this == LIFTED || this == RELEASED;
        }
    }

    /** One word, by one person. */
    public record Word(Said said, String reason, UUID by, String byName, Instant at) {}

    public Word last() {
        return words.getLast();
    }

    public boolean stops() {
        return last().said().stops();
    }

    /** Whether a second person's word is waited for. */
    public boolean waits() {
        return last().said() == Said.THROWN || last().said() == Said.RELEASE_ASKED;
    }

    public Instant thrownAt() {
        return words.getFirst().at();
    }

    /** {@code All prescribing}, {@code Florida}: what it stops. */
    public String title() {
        return scope == Scope.EVERYTHING ? "All prescribing" : targetName;
    }

    /**
     * Whether a request with these facts falls under it. What is not known yet (no prescriber, no
     * pharmacy) is stopped later, by name, as soon as it is.
     */
    boolean concerns(Facts facts) {
        return switch (scope) {
            case EVERYTHING -> true;
            case STATE -> isState(facts);
            case INDICATION ->
                    facts.clinical() != null
                            && facts.clinical().indication() != null
                            && facts.clinical().indication().code().equals(target);
            case PHYSICIAN ->
                    facts.prescriber() != null && is(facts.prescriber().id())
                            || facts.prescription() != null
                                    && is(facts.prescription().prescriberId());
            case PHARMACY -> facts.pharmacy() != null && is(facts.pharmacy().id());
        };
    }

    private boolean isState(Facts facts) {
        var location = facts.location();
        var delivery = facts.delivery();
        var address = delivery == null ? null : delivery.address();
        return location != null && is(location.state()) || address != null && is(address.state());
    }

    private boolean is(@Nullable String known) {
        return known != null && known.equals(target);
    }

    /**
     * It as a hold, for the facts it concerns.
     *
     * @param at when they are judged: whoever asked the clock a moment before the switch was thrown
     *     is stopped too
     */
    HoldFacts hold(Instant at) {
        var placed = thrownAt().isAfter(at) ? at : thrownAt();
        return new HoldFacts(HoldFacts.Kind.COMPLIANCE, placed, null, about() + " is stopped");
    }

    /** What colleagues may read on a case: nobody's name. */
    private String about() {
        return switch (scope) {
            case EVERYTHING -> title();
            case STATE -> "Prescribing in " + targetName;
            case INDICATION -> "Prescribing for this indication";
            case PHYSICIAN -> "The prescriber";
            case PHARMACY -> "The pharmacy";
        };
    }
}
