package health.stillwater.portals.physician;

import health.stillwater.kernel.UsState;
import health.stillwater.licensing.CredentialRow;
import health.stillwater.licensing.CredentialsView;
import health.stillwater.licensing.SigningAccessView;
import health.stillwater.portals.shell.Moments;
import health.stillwater.portals.shell.Spans;
import health.stillwater.portals.shell.Tone;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A physician's licenses and registrations.
 *
 * @param toApprove signing access of colleagues that waits for a second person
 */
public record LicensesPage(CredentialsView view, List<SigningAccessView> toApprove, Instant now) {

    private static final int WARNED_FROM = 90;

    /** The states, by name; empty when there is none. */
    public String where() {
        return view.servable().stream()
                .sorted()
                .map(UsState::title)
                .collect(Collectors.joining(" and "));
    }

    /** What ends in the next 90 days, the first to end first, in words. */
    public List<String> endings() {
        return view.credentials().stream()
                .filter(row -> left(row) >= 0 && left(row) <= WARNED_FROM)
                .sorted(Comparator.comparingLong(LicensesPage::left))
                .map(LicensesPage::ending)
                .toList();
    }

    private static long left(CredentialRow row) {
        var days = row.daysLeft();
        return days == null ? Long.MAX_VALUE : days;
    }

    private static String ending(CredentialRow row) {
        var days = left(row);
        var day = Moments.date(Objects.requireNonNull(row.expiresOn()));
        var when =
                days == 0
                        ? "ends today"
                        : "ends in " + days + (days == 1 ? " day" : " days") + ", on " + day;
        return row.title()
                + " "
                + when
                + "."
                + (row.renewalUntil() == null
                        ? " Send the renewal to compliance."
                        : " A renewal is on file; its source has not confirmed it yet.");
    }

    /** Whether the physician may sign, or why not. */
    public String signing() {
        return view.signing().isEmpty()
                ? "You may sign: two persons granted it, and your second factor is current."
                : view.signing();
    }

    public Tone tone(CredentialRow row) {
        var status = row.status();
        if (status == null) {
            return Tone.WAIT;
        }
        return switch (status) {
            case ACTIVE -> row.missing().isEmpty() ? Tone.OK : Tone.WAIT;
            case EXPIRED, SUSPENDED, REVOKED, SURRENDERED, NONE -> Tone.STOP;
        };
    }

    public String word(CredentialRow row) {
        var status = row.status();
        if (status == null) {
            return "Not checked yet";
        }
        return switch (status) {
            case ACTIVE -> row.missing().isEmpty() ? "Active" : "Active, not usable";
            case NONE -> "Not found at the source";
            case EXPIRED, SUSPENDED, REVOKED, SURRENDERED ->
                    status.name().charAt(0) + status.name().substring(1).toLowerCase(Locale.ROOT);
        };
    }

    /** Who was asked, and how long ago. */
    public String checked(CredentialRow row) {
        var at = row.lastCheckedAt();
        return at == null
                ? "Never"
                : Spans.ago(at, now) + (row.source() == null ? "" : ", by " + row.source());
    }
}
