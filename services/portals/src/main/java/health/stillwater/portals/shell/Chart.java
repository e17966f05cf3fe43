package health.stillwater.portals.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of answers over time, drawn on the server. A check-in without an answer is a gap in the
 * line, and stays one.
 *
 * @param title names the scale and which way is better: {@code Mood (0 to 10, higher is better)}
 * @param says the same in a sentence, read before the drawing
 * @param top the highest value of the scale; the lowest is 0
 */
public record Chart(String id, String title, String says, int top, List<Point> points) {

    private static final double LEFT = 34;
    private static final double RIGHT = 402;
    private static final double HIGH = 18;
    private static final double LOW = 166;

    /** One check-in; the value is null when nobody answered. */
    public record Point(String label, @Nullable Integer value) {}

    /** A point with its place in the drawing. */
    public record Dot(String x, String y, int value, boolean named) {}

    /** A line across, with its number. */
    public record Grid(String y, int value) {}

    /** Words under the drawing, and which way they hang. */
    public record Label(String x, String anchor, String words) {}

    /** The lines between neighbors that both have an answer, as SVG paths. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (int i = 0; i <= points.size(); i++) {
            var value = i < points.size() ? points.get(i).value() : null;
            if (value != null) {
                line.append(line.isEmpty() ? 'M' : 'L')
                        .append(number(x(i)))
                        .append(' ')
                        .append(number(y(value)));
            } else {
                if (line.indexOf("L") > 0) {
                    lines.add(line.toString());
                }
                line.setLength(0);
            }
        }
        return lines;
    }

    /** Every answer; the first, the highest and the last carry their number. */
    public List<Dot> dots() {
        var answered = points.stream().map(Point::value).filter(value -> value != null).toList();
        var best = answered.stream().mapToInt(Integer::intValue).max().orElse(0);
        var dots = new ArrayList<Dot>();
        var bestNamed = false;
        for (int i = 0; i < points.size(); i++) {
            var value = points.get(i).value();
            if (value == null) {
                continue;
            }
            var edge = dots.isEmpty() || dots.size() == answered.size() - 1;
            var named = edge || value == best && !bestNamed;
            bestNamed = bestNamed || value == best;
            dots.add(new Dot(number(x(i)), number(y(value)), value, named));
        }
        return dots;
    }

    public List<Grid> grid() {
        var grid = new ArrayList<Grid>();
        for (int step = 0; step <= 2; step++) {
            var value = top * step / 2;
            grid.add(new Grid(number(y(value)), value));
        }
        return grid;
    }

    /** The first, the middle and the last day. */
    public List<Label> labels() {
        var last = points.size() - 1;
        var labels = new ArrayList<Label>();
        if (last >= 0) {
            labels.add(new Label(number(x(0)), "start", points.getFirst().label()));
        }
        if (last >= 4) {
            labels.add(new Label(number(x(last / 2)), "middle", points.get(last / 2).label()));
        }
        if (last >= 1) {
            labels.add(new Label(number(x(last)), "end", points.getLast().label()));
        }
        return labels;
    }

    private double x(int i) {
        return points.size() < 2 ? LEFT : LEFT + (RIGHT - LEFT) * i / (points.size() - 1);
    }

    private double y(int value) {
        return LOW - (LOW - HIGH) * value / top;
    }

    private static String number(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }
}
