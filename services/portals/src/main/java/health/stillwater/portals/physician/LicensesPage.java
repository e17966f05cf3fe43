package health.stillwater.portals.physician;

import health.stillwater.kernel.UsState;
import health.stillwater.licensing.CredentialRow;
import health.stillwater.licensing.CredentialsView;
import health.stillwater.portals.shell.Spans;
import health.stillwater.portals.shell.Tone;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/** A physician's licenses and registrations. */
public record LicensesPage(CredentialsView view, Instant now) {

    /** The states, by name; empty when there is none. */
    public String where() {
        return view.servable().stream()
                .sorted()
                .map(UsState::title)
                .collect(Collectors.joining(" and "));
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
