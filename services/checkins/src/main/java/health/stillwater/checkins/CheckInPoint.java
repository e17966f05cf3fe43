package health.stillwater.checkins;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One check-in on the chart.
 *
 * @param day days since the drug arrived
 * @param on the day in the patient's zone
 * @param value 0 (worst) to 10 (best); null when there was no answer, which leaves a gap in the
 *     line
 */
public record CheckInPoint(int day, LocalDate on, @Nullable Integer value) {}
