package health.stillwater.portals.compliance;

import health.stillwater.licensing.CredentialRow;
import health.stillwater.portals.shell.Moments;
import health.stillwater.portals.shell.Spans;
import health.stillwater.portals.shell.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Licenses and registrations of physicians and pharmacies, the first to end first. */
public record CredentialsPage(List<CredentialRow> rows, LocalDate today, Instant now) {

    private static final int SOON = 60;

    static CredentialsPage of(List<CredentialRow> rows, Instant now) {
        return new CredentialsPage(rows, now.atZone(Moments.HOUSE).toLocalDate(), now);
    }

    /** {@code 14 on file: 1 ended, 2 end within 60 days}. */
    public String sums() {
        var ended = rows.stream().filter(row -> left(row) < 0).count();
        var soon = rows.stream().filter(row -> left(row) >= 0 && left(row) <= SOON).count();
        return rows.size()
                + " on file: "
                + ended
                + " ended, "
                + soon
                + " end within "
                + SOON
                + " days";
    }

    /** {@code 38 days left}, {@code Ended 2 days ago}. */
    public String ends(CredentialRow row) {
        var days = left(row);
        if (days < 0) {
            return "Ended " + count(-days) + " ago";
        }
        return days == 0 ? "Ends today" : count(days) + " left";
    }

    public Tone ending(CredentialRow row) {
        var days = left(row);
        return days < 0 ? Tone.STOP : days <= SOON ? Tone.WAIT : Tone.OK;
    }

    /** What the source last said. */
    public String word(CredentialRow row) {
        var status = row.status();
        if (status == null) {
            return "Not checked yet";
        }
        return switch (status) {
            case NONE -> "Not found";
            case ACTIVE, EXPIRED, SUSPENDED, REVOKED, SURRENDERED ->
                    status.name().charAt(0) + status.name().substring(1).toLowerCase(Locale.ROOT);
        };
    }

    public Tone tone(CredentialRow row) {
        var status = row.status();
        if (status == null) {
            return Tone.WAIT;
        }
        return switch (status) {
            case ACTIVE -> Tone.OK;
            case NONE, EXPIRED, SUSPENDED, REVOKED, SURRENDERED -> Tone.STOP;
        };
    }

    /** Who was asked, and how long ago. */
    public String checked(CredentialRow row) {
        var at = row.lastCheckedAt();
        return at == null
                ? "Never"
                : Spans.ago(at, now) + (row.source() == null ? "" : ", " + row.source());
    }

    private long left(CredentialRow row) {
        return ChronoUnit.DAYS.between(today, row.expiresOn());
    }

    private static String count(long days) {
        return days + (days == 1 ? " day" : " days");
    }
}
