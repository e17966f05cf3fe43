package health.stillwater.portals.shell;

import org.jspecify.annotations.Nullable;

/**
 * One row of the gate, as staff read it.
 *
 * @param source where the answer comes from and how old it is, and the way out
 */
public record VerdictRow(String row, Word word, String says, @Nullable String source) {

    /** The four words of the gate. */
    public enum Word {
        STOP,
        UNKNOWN,
        ANSWER,
        PASS
    }
}
