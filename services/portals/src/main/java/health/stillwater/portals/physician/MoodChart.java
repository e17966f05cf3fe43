package health.stillwater.portals.physician;

import health.stillwater.enrollment.MoodScore;
import health.stillwater.portals.shell.Chart;
import health.stillwater.portals.shell.Moments;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The PHQ-2 of each request, drawn for the physician. */
final class MoodChart {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMM d", Locale.US).withZone(Moments.HOUSE);
    private static final int WORST = 6;

    private MoodChart() {}

    /** Null until there are two scores to compare. */
    static @Nullable Chart of(List<MoodScore> scores) {
        return scores.size() < 2
                ? null
                : new Chart(
                        "moods",
                        "PHQ-2, interest and mood (0 to 6, lower is better)",
                        scores.size()
                                + " times asked: from "
                                + scores.getFirst().phq2()
                                + " to "
                                + scores.getLast().phq2()
                                + ".",
                        WORST,
                        scores.stream()
                                .map(score -> new Chart.Point(DAY.format(score.at()), score.phq2()))
                                .toList());
    }
}
