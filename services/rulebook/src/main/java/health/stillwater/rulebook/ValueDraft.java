package health.stillwater.rulebook;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A value as an officer wants it to be.
 *
 * @param path of the {@link Setting}
 * @param typed the value as people write it
 * @param reason the source and why
 * @param signedOffOn when the medical director signed for it; needed for the protocol
 */
public record ValueDraft(
        String path,
        String typed,
        LocalDate effectiveOn,
        String reason,
        @Nullable LocalDate signedOffOn) {}
