package health.stillwater.portals.compliance;

import health.stillwater.portals.shell.Moments;
import health.stillwater.rulebook.RowVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a row along the years: last year, this one and the next two.
 *
 * @param bars one for each version that was or will be in force, the earliest on top
 * @param years where each year begins
 * @param today where now is
 */
public record RowTimeline(List<Bar> bars, List<Year> years, int today, String says) {

    private static final int LEFT = 20;
    private static final int RIGHT = 740;
    private static final int TOP = 34;
    private static final int STEP = 34;
    private static final int YEARS = 4;

    /** One version, as it is drawn. */
    public record Bar(int x, int y, int width, String kind, String label) {}

    /** The first of January. */
    public record Year(int x, String label) {}

    static RowTimeline of(List<RowVersion> versions, Instant now) {
        var first = now.atZone(Moments.HOUSE).getYear() - 1;
        var scale = new Scale(start(first), start(first + YEARS));
        var bars = new ArrayList<Bar>();
        var says = new ArrayList<String>();
        for (var version : versions.reversed()) {
            if (!version.overtaken()) {
                bars.add(bar(version, scale, TOP + STEP * bars.size(), now));
                says.add(sentence(version, now));
            }
        }
        var years = new ArrayList<Year>();
        for (var year = first; year <= first + YEARS; year++) {
            years.add(new Year(scale.x(start(year)), Integer.toString(year)));
        }
        return new RowTimeline(bars, years, scale.x(now), String.join(" ", says));
    }

    /** How tall the drawing is. */
    public int height() {
        return TOP + STEP * bars.size() + 34;
    }

    private static Bar bar(RowVersion version, Scale scale, int y, Instant now) {
        var x = scale.x(version.from());
        var until = version.until();
        var end = until == null ? RIGHT : scale.x(until);
        return new Bar(x, y, Math.max(3, end - x), kind(version, now), label(version, now));
    }

    private static String kind(RowVersion version, Instant now) {
        if (!version.row().enabled()) {
            return "cut";
        }
        return version.inForce(now) ? "hatch" : "band";
    }

    private static String label(RowVersion version, Instant now) {
        return "Version "
                + version.row().version()
                + (version.inForce(now) ? ", in force" : "")
                + (version.row().enabled() ? "" : ", not asked");
    }

    private static String sentence(RowVersion version, Instant now) {
        return label(version, now)
                + ": from "
                + Moments.date(version.from(), version.zone())
                + until(version.until(), version)
                + ".";
    }

    private static String until(@Nullable Instant until, RowVersion version) {
        return until == null
                ? ", no end known"
                : " to " + Moments.date(until.minusSeconds(1), version.zone());
    }

    private static Instant start(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(Moments.HOUSE).toInstant();
    }

    /** Instants laid along the drawing; what lies outside stands at its edge. */
    private record Scale(Instant from, Instant to) {

        int x(Instant at) {
            if (at.isBefore(from)) {
                return LEFT;
            }
            if (at.isAfter(to)) {
                return RIGHT;
            }
            var part = Duration.between(from, at).toHours();
            var whole = Duration.between(from, to).toHours();
            return (int) (LEFT + (RIGHT - LEFT) * part / whole);
        }
    }
}
