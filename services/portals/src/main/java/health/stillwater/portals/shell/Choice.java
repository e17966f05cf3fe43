package health.stillwater.portals.shell;

import org.jspecify.annotations.Nullable;

/** One answer to pick; the whole card it is drawn as is the target. */
public record Choice(String value, String label, @Nullable String hint) {

    public static Choice of(String value, String label) {
        return new Choice(value, label, null);
    }
}
