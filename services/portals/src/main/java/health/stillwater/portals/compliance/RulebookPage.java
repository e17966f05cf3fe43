package health.stillwater.portals.compliance;

import health.stillwater.portals.shell.Moments;
import health.stillwater.portals.shell.Tone;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.RowVersion;
import health.stillwater.rulebook.RowView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rows of the gate.
 *
 * @param all every row of the book
 * @param part which of them are shown
 * @param today in the house's zone
 */
public record RulebookPage(List<RowView> all, Asked part, LocalDate today) {

    static RulebookPage of(List<RowVersion> current, Asked part, Instant now) {
        return new RulebookPage(
                current.stream().map(RowVersion::row).toList(),
                part,
                now.atZone(Moments.HOUSE).toLocalDate());
    }

    public List<RowView> rows() {
        return all.stream().filter(part::holds).toList();
    }

    public long count(Asked other) {
        return all.stream().filter(other::holds).count();
    }

    /** Where the row stands, in a word. */
    public String word(RowView row) {
        if (!row.enabled()) {
            return "Not asked yet";
        }
        if (row.validFrom().isAfter(today)) {
            return "Not in force yet";
        }
        var last = row.validTo();
        return last != null && last.isBefore(today) ? "Ended" : "In force";
    }

    public Tone tone(RowView row) {
        return switch (word(row)) {
            case "In force" -> Tone.OK;
            case "Ended" -> Tone.STOP;
            default -> Tone.QUIET;
        };
    }

    /** The last day, or that none is known. */
    public String until(RowView row) {
        var last = row.validTo();
        return last == null ? "no end known" : "through " + Moments.date(last);
    }

    public String kind(RowView row) {
        return switch (row.kind()) {
            case "LAW" -> "Law";
            case "CLINICAL" -> "Clinical";
            default -> "Policy of the program";
        };
    }

    /** Where it applies, as people say it. */
    public String where(RowView row) {
        return row.jurisdiction().equals("US")
                ? "United States"
                : String.join(", ", row.jurisdiction().split(" "));
    }

    /** {@code enrollment, claim, signing}; one sentence for all of them. */
    public String moments(RowView row) {
        return row.moments().size() == Moment.values().length
                ? "Always"
                : row.moments().stream()
                        .sorted()
                        .map(Moment::title)
                        .collect(Collectors.joining(", "));
    }
}
