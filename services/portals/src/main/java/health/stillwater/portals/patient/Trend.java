package health.stillwater.portals.patient;

import health.stillwater.checkins.CheckInPoint;
import health.stillwater.portals.shell.Chart;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Puts the answers of the check-ins on a chart. */
final class Trend {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);
    private static final int BEST = 10;

    private Trend() {}

    static Chart of(List<CheckInPoint> points) {
        return new Chart(
                "trend",
                "How you have been (0 to 10, higher is better)",
                says(points),
                BEST,
                points.stream()
                        .map(point -> new Chart.Point(DAY.format(point.on()), point.value()))
                        .toList());
    }

    private static String says(List<CheckInPoint> points) {
        var answers = points.stream().map(CheckInPoint::value).filter(Objects::nonNull).toList();
        if (answers.isEmpty()) {
            return "No answers yet.";
        }
        var skipped = points.size() - answers.size();
        var gap =
                skipped == 0
                        ? ""
                        : skipped == 1
                                ? " One check-in without an answer."
                                : " " + skipped + " check-ins without an answer.";
        return answers.size() == 1
                ? "One answer so far: " + answers.getFirst() + "." + gap
                : "From " + answers.getFirst() + " to " + answers.getLast() + "." + gap;
    }
}
