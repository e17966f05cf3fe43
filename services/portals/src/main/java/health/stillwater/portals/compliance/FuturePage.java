package health.stillwater.portals.compliance;

import health.stillwater.outlook.Affected;
import health.stillwater.outlook.AffectedPage;
import health.stillwater.outlook.Counts;
import health.stillwater.outlook.Counts.Share;
import health.stillwater.outlook.Supposition;
import health.stillwater.outlook.TallyView;
import health.stillwater.portals.shell.Choice;
import health.stillwater.portals.shell.Moments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who would be stopped on a day.
 *
 * @param tally null while the form has errors
 * @param people null while the count is under way
 * @param suppositions what may be supposed
 * @param conditions what each row asks, by its id
 */
public record FuturePage(
        FutureForm form,
        LocalDate today,
        @Nullable TallyView tally,
        @Nullable AffectedPage people,
        List<Choice> suppositions,
        Map<String, String> conditions) {

    /** The widest bar of the drawing. */
    private static final int WIDTH = 280;

    private static final int GAP = 2;

    public String title() {
        return tally == null
                ? "Who would be stopped"
                : form.on().equals(today.toString())
                        ? "Who is stopped today"
                        : "Who would be stopped on " + day();
    }

    public String day() {
        return Moments.date(LocalDate.parse(form.on()));
    }

    public boolean counting() {
        return tally != null && tally.stage() == TallyView.Stage.COUNTING;
    }

    public boolean failed() {
        return tally != null && tally.stage() == TallyView.Stage.FAILED;
    }

    public @Nullable Counts counts() {
        return tally == null ? null : tally.counts();
    }

    /** Whether a change to the rules is supposed. */
    public boolean change() {
        return Supposition.of(form.suppose()).changesRules();
    }

    /** The head over those of the stopped who are stopped otherwise too. */
    public String otherwise() {
        return change() ? "Without it too" : "Today too";
    }

    /** Whom the change itself would stop. */
    public int newly(Counts counts) {
        return counts.stopped() - counts.already();
    }

    /** What is supposed, in a sentence; empty when nothing is. */
    public String supposed() {
        return suppositions.stream()
                .filter(
                        choice ->
                                choice.value().equals(form.suppose()) && !form.suppose().isEmpty())
                .map(Choice::label)
                .findFirst()
                .orElse("");
    }

    /** What the list is narrowed to, in words. */
    public List<String> narrowedTo() {
        var counts = counts();
        return counts == null
                ? List.of()
                : Stream.of(
                                form.row().isEmpty() ? "" : "row " + form.row(),
                                name(counts.states(), form.state()),
                                name(counts.physicians(), form.physician()),
                                name(counts.pharmacies(), form.pharmacy()))
                        .filter(each -> !each.isEmpty())
                        .toList();
    }

    private static String name(List<Share> shares, String key) {
        return shares.stream()
                .filter(share -> share.key().equals(key))
                .map(Share::name)
                .findFirst()
                .orElse(key);
    }

    /** One state in the drawing: where its bars begin and how wide they are. */
    public record Bar(Share share, int y, int stopped, int free) {

        public int freeFrom() {
            return stopped + (stopped == 0 ? 0 : GAP);
        }

        public int end() {
            return freeFrom() + free + 7;
        }

        public String says() {
            return share.stopped() + " of " + share.people();
        }
    }

    public List<Bar> bars() {
        var counts = counts();
        if (counts == null) {
            return List.of();
        }
        var most = counts.states().stream().mapToInt(Share::people).max().orElse(1);
        var bars = new ArrayList<Bar>();
        for (var share : counts.states()) {
            var free = share.people() - share.stopped();
            bars.add(
                    new Bar(
                            share,
                            12 + bars.size() * 52,
                            Math.ceilDiv(WIDTH * share.stopped(), most),
                            Math.ceilDiv(WIDTH * free, most)));
        }
        return bars;
    }

    /** The drawing in a sentence. */
    public String drawn() {
        return bars().stream()
                .map(
                        bar ->
                                bar.share().name()
                                        + ": "
                                        + bar.share().stopped()
                                        + " stopped of "
                                        + bar.share().people())
                .collect(Collectors.joining(". "));
    }

    /** The same question, narrowed to one part. */
    public FutureForm narrowed(String by, String key) {
        return switch (by) {
            case "row" -> form.withRow(key);
            case "state" -> form.withState(key);
            case "physician" -> form.withPhysician(key);
            case "pharmacy" -> form.withPharmacy(key);
            default -> throw new IllegalArgumentException("no such part: " + by);
        };
    }

    public String condition(String row) {
        return conditions.getOrDefault(row, "");
    }

    /** {@code 12 days left}, {@code Out since 3 days}. */
    public String left(Affected person) {
        var days = person.daysLeft();
        if (person.filledOn() == null) {
            return "None sent yet";
        }
        if (days < 0) {
            return "Out for " + count(-days);
        }
        return days == 0 ? "Last day today" : count(days) + " left";
    }

    public boolean soonOut(Affected person) {
        return person.daysLeft() < 7;
    }

    private static String count(long days) {
        return days + (days == 1 ? " day" : " days");
    }
}
