package health.stillwater.checkins;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The check-in that may be answered now: by text, or on the website.
 *
 * @param day days since the drug arrived
 * @param on the day in the patient's zone
 * @param score the last answer, 0 to 10; null while there is none
 * @param urgent whether the last answer may mean danger, so that help stands before all else
 */
public record OpenCheckIn(UUID id, int day, LocalDate on, @Nullable Integer score, boolean urgent) {

    public boolean answered() {
        return score != null;
    }
}
