package health.stillwater.rulebook;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One value of the configuration that officers may change, and how people write it.
 *
 * @param path where it stands: {@code freshness.encounter}
 * @param title what it is called in a sentence: {@code Visit keeps its value}
 * @param row the row that reads it, or null when several do
 * @param unit behind a number: {@code days}
 * @param choices the only values allowed; empty for any
 * @param protocol whether it is clinical, so that the medical director signs for it
 */
public record Setting(
        String path,
        String title,
        @Nullable String row,
        Kind kind,
        String unit,
        List<String> choices,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        boolean protocol) {

    /** How it is written. */
    public enum Kind {
        AGE,
        NUMBER,
        /** A limit; not set, it refuses. */
        CAP,
        /** From where on something more is asked; not set, nothing is. */
        THRESHOLD,
        YES_NO,
        CHOICE,
        INSTANT,
        LIST,
        PAIRS,
        WORDS
    }

    /** {@code D02 · Visit keeps its value}. */
    public String heading() {
        return row == null ? title : row + " · " + title;
    }

    /** Whether there may be no value. */
    boolean mayBeUnset() {
        return kind == Kind.CAP || kind == Kind.THRESHOLD;
    }

    /** A value in words. */
    String words(JsonNode value) {
        return SettingWords.of(this, value);
    }

    /** {@code D02 · Visit keeps its value: 7 days → 5 days}. */
    String change(JsonNode before, JsonNode after) {
        return heading() + ": " + SettingWords.change(this, before, after);
    }
}
