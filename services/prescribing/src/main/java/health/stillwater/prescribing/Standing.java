package health.stillwater.prescribing;

import java.util.Optional;

/**
 * Whether a signed decision holds. The record itself is never changed: a later one says so.
 *
 * @param by the later decision; empty when it holds
 */
public record Standing(Kind kind, Optional<DecisionId> by) {

    /** What a later decision did to it. */
    public enum Kind {
        HOLDS("Holds"),
        CORRECTED("Corrected by a later decision"),
        RENEWED("Renewed by a later decision"),
        CHANGED("Changed by a later decision"),
        STOPPED("Stopped by a later decision");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** No later decision touches it. */
    public static final Standing HOLDS = new Standing(Kind.HOLDS, Optional.empty());

    public boolean holds() {
        return kind == Kind.HOLDS;
    }
}
