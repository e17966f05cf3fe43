package health.stillwater.rulebook;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the book, for people to read.
 *
 * @param kind LAW, CLINICAL or POLICY
 * @param validTo its last day, or null while no end is known
 * @param enabled whether it is asked today; a rule that is not is shown, never hidden
 */
public record RowView(
        String id,
        int version,
        String jurisdiction,
        String condition,
        Set<Moment> moments,
        String kind,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String authority,
        String evidence,
        String counselStatus,
        LocalDate lastVerified,
        boolean enabled,
        Words words) {

    RowView verifiedOn(LocalDate day) {
        return day.equals(lastVerified)
                ? this
                : new RowView(
                        id,
                        version,
                        jurisdiction,
                        condition,
                        moments,
                        kind,
                        validFrom,
                        validTo,
                        authority,
                        evidence,
                        counselStatus,
                        day,
                        enabled,
                        words);
    }
}
