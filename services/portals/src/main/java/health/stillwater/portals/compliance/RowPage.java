package health.stillwater.portals.compliance;

import health.stillwater.portals.shell.Moments;
import health.stillwater.portals.shell.Tone;
import health.stillwater.rulebook.Law;
import health.stillwater.rulebook.RowVersion;
import health.stillwater.rulebook.RowView;
import health.stillwater.rulebook.SettingView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One row, whole.
 *
 * @param versions the latest first
 * @param values what it reads
 * @param law what it stands on
 */
public record RowPage(
        List<RowVersion> versions, List<SettingView> values, List<Law> law, Instant now) {

    public RowTimeline timeline() {
        return RowTimeline.of(versions, now);
    }

    /** What the form begins with: the latest version, which the next one follows. */
    public RowView latest() {
        return versions.getFirst().row();
    }

    /** The version that counts now, or else the latest. */
    public RowVersion current() {
        return inForce().orElse(versions.getFirst());
    }

    private Optional<RowVersion> inForce() {
        return versions.stream().filter(version -> version.inForce(now)).findFirst();
    }

    /** How the row stands, in the words of the list of rows. */
    public RulebookPage words() {
        return new RulebookPage(List.of(current().row()), Asked.ALL, today());
    }

    public LocalDate today() {
        return now.atZone(Moments.HOUSE).toLocalDate();
    }

    /** Where a version stands, in a word. */
    public String word(RowVersion version) {
        if (version.overtaken()) {
            return "never in force";
        }
        if (version.from().isAfter(now)) {
            return "to come";
        }
        return version.inForce(now) ? "in force" : "ended";
    }

    public Tone tone(RowVersion version) {
        return switch (word(version)) {
            case "in force" -> Tone.OK;
            case "to come" -> Tone.WAIT;
            default -> Tone.QUIET;
        };
    }

    public String from(RowVersion version) {
        return Moments.full(version.from(), version.zone());
    }

    /** The last instant is said as the first one of whatever follows. */
    public String until(RowVersion version) {
        var until = version.until();
        return until == null ? "no end known" : "until " + Moments.full(until, version.zone());
    }

    /** The day from which no version covers this row; empty when none is known. */
    public Optional<String> uncoveredFrom() {
        var last =
                versions.stream()
                        .filter(version -> !version.overtaken())
                        .max(java.util.Comparator.comparing(RowVersion::from))
                        .orElse(versions.getFirst());
        var until = last.until();
        return until == null || until.isBefore(now)
                ? Optional.empty()
                : Optional.of(Moments.date(until, last.zone()));
    }

    /** How many days its verification is good for still; below zero when it is over. */
    public long daysVerified() {
        return java.time.temporal.ChronoUnit.DAYS.between(
                today(), current().row().lastVerified().plusDays(VerifyPage.GOOD_FOR_DAYS));
    }
}
