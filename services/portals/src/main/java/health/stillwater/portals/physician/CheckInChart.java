package health.stillwater.portals.physician;

import health.stillwater.checkins.CheckInPoint;
import health.stillwater.portals.shell.Chart;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The patient's own answers, drawn for the physician. */
final class CheckInChart {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);
    private static final int BEST = 10;

    private CheckInChart() {}

    /** Null when nobody was asked yet. */
    static @Nullable Chart of(List<CheckInPoint> points) {
        return points.isEmpty()
                ? null
                : new Chart(
                        "check-ins",
                        "How the patient has been (0 to 10, higher is better)",
                        says(points),
                        BEST,
                        points.stream()
                                .map(
                                        point ->
                                                new Chart.Point(
                                                        DAY.format(point.on()), point.value()))
                                .toList());
    }

    private static String says(List<CheckInPoint> points) {
        var answers = points.stream().map(CheckInPoint::value).filter(Objects::nonNull).toList();
        var asked = points.size() + (points.size() == 1 ? " check-in, " : " check-ins, ");
        return answers.isEmpty()
                ? asked + "none answered."
                : asked
                        + answers.size()
                        + " answered: from "
                        + answers.getFirst()
                        + " to "
                        + answers.getLast()
                        + ".";
    }
}
