package health.stillwater.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form the patient signs, in the version now in force.
 *
 * @param kind its key in {@link Facts#consents()}
 * @param paragraphs its text, in plain words
 * @param risks what the patient acknowledges one by one; empty for most forms
 * @param notApproved the statement acknowledged by itself; only in {@code treatment}
 */
public record ConsentForm(
        String kind,
        String version,
        String title,
        List<String> paragraphs,
        List<Risk> risks,
        @Nullable String notApproved) {

    /**
     * One risk.
     *
     * @param code its name among the facts ({@code respiratory_depression})
     */
    public record Risk(String code, String words) {}
}
