package health.stillwater.portals.compliance;

import health.stillwater.portals.shell.Choice;
import health.stillwater.portals.shell.Moments;
import health.stillwater.rulebook.RowVersion;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/** When each row was last compared with its source; the one that waited longest first. */
public record VerifyPage(List<RowVersion> rows, LocalDate today) {

    /** After this a row answers unknown; the rulebook's own value is the same or stricter. */
    static final int GOOD_FOR_DAYS = 90;

    static VerifyPage of(List<RowVersion> rows, LocalDate today) {
        return new VerifyPage(
                rows.stream()
                        .sorted(
                                Comparator.comparing(
                                                (RowVersion version) ->
                                                        version.row().lastVerified())
                                        .thenComparing(version -> version.row().id()))
                        .toList(),
                today);
    }

    public List<Choice> choices() {
        return rows.stream()
                .map(
                        version ->
                                new Choice(
                                        version.row().id(),
                                        version.row().id(),
                                        version.row().authority()
                                                + ". Last verified "
                                                + Moments.date(version.row().lastVerified())
                                                + ", "
                                                + left(version)
                                                + "."))
                .toList();
    }

    private String left(RowVersion version) {
        var days =
                ChronoUnit.DAYS.between(
                        today, version.row().lastVerified().plusDays(GOOD_FOR_DAYS));
        if (days < 0) {
            return "so it answers unknown";
        }
        return days == 1 ? "good for 1 more day" : "good for " + days + " more days";
    }
}
