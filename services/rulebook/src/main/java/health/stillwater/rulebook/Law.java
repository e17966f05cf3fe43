package health.stillwater.rulebook;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a jurisdiction says, in our words, and where that stands.
 *
 * @param jurisdiction {@code US} or a state's postal code
 * @param rows the rows of the gate that carry it
 * @param inUse whether those rows follow it; what is not in use is an example, or an exception we
 *     do not take
 * @param evidence where we read it; {@code M-…} is general knowledge that somebody must confirm
 */
public record Law(
        String id,
        String jurisdiction,
        String topic,
        String says,
        List<String> rows,
        boolean inUse,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String authority,
        String evidence,
        String counselStatus,
        LocalDate lastVerified) {}
