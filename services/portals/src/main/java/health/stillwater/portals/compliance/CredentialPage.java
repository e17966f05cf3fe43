package health.stillwater.portals.compliance;

import health.stillwater.licensing.CredentialView;
import health.stillwater.licensing.VerificationView;
import health.stillwater.portals.shell.Moments;
import health.stillwater.portals.shell.Tone;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One license or registration, and every question put to its source. */
public record CredentialPage(CredentialView view, Instant now) {

    /** The page of its holder. */
    public String holder() {
        return HolderPage.address(view.row().whose());
    }

    public String address() {
        return "/compliance/credentials/" + view.row().id();
    }

    /** What it is, beside the others of the list. */
    public CredentialsPage list() {
        return CredentialsPage.of(List.of(view.row()), now);
    }

    public boolean ends() {
        return view.row().expiresOn() != null;
    }

    /** {@code Active}, {@code No answer}, {@code Paper}. */
    public String result(VerificationView asked) {
        if (asked.silentBecause() != null) {
            return "No answer";
        }
        var status = asked.status();
        return status == null
                ? "Paper"
                : status.name().charAt(0) + status.name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** What else there is to say of it; empty for nothing. */
    public String more(VerificationView asked) {
        var silent = asked.silentBecause();
        if (silent != null) {
            return "It gave " + silent + ".";
        }
        if (asked.status() == null) {
            return "It proves nothing by itself.";
        }
        var end = asked.expiresOn();
        return end == null ? "" : "Through " + Moments.date(end);
    }

    public Tone tone(VerificationView asked) {
        return switch (asked.status()) {
            case null -> Tone.WAIT;
            case ACTIVE -> Tone.OK;
            case EXPIRED, SUSPENDED, REVOKED, SURRENDERED, NONE -> Tone.STOP;
        };
    }
}
