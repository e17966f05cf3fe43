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

    /** {@code Active through December 31, 2027}, {@code No answer: status 503}. */
    public String result(VerificationView asked) {
        if (asked.silentBecause() != null) {
            return "No answer: " + asked.silentBecause();
        }
        var status = asked.status();
        if (status == null) {
            return "Paper, proves nothing";
        }
        var said = status.name().charAt(0) + status.name().substring(1).toLowerCase(Locale.ROOT);
        var end = asked.expiresOn();
        return end == null ? said : said + ", through " + Moments.date(end);
    }

    public Tone tone(VerificationView asked) {
        return switch (asked.status()) {
            case null -> Tone.WAIT;
            case ACTIVE -> Tone.OK;
            case EXPIRED, SUSPENDED, REVOKED, SURRENDERED, NONE -> Tone.STOP;
        };
    }
}
