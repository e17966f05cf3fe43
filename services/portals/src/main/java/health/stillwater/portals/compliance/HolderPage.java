package health.stillwater.portals.compliance;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.licensing.CredentialKind;
import health.stillwater.licensing.Holder;
import health.stillwater.licensing.HolderView;
import health.stillwater.licensing.SigningAccessView;
import health.stillwater.licensing.TermView;
import health.stillwater.portals.shell.Mark;
import health.stillwater.portals.shell.Moments;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Everything one holder holds, how it came to stand so, and who let a physician sign. */
public record HolderPage(HolderView view, Instant now) {

    private static final String ADDRESS = "/compliance/credentials/of/";

    /** {@code /compliance/credentials/of/physician-3f…}. */
    static String address(Holder holder) {
        var physician = holder.physician();
        var pharmacy = holder.pharmacy();
        if (physician != null) {
            return ADDRESS + "physician-" + physician;
        }
        return pharmacy != null
                ? ADDRESS + "pharmacy-" + pharmacy
                : ADDRESS + "organization-" + holder.organization();
    }

    /** Reads the end of such an address; what is none names nobody. */
    static Holder holder(String name) {
        var dash = name.indexOf('-');
        try {
            var id = UUID.fromString(name.substring(dash + 1));
            return switch (name.substring(0, Math.max(dash, 0))) {
                case "physician" -> Holder.of(new PhysicianId(id));
                case "pharmacy" -> Holder.of(new PharmacyId(id));
                case "organization" -> Holder.of(id);
                default -> throw nobody();
            };
        } catch (IllegalArgumentException notAnId) {
            throw nobody();
        }
    }

    private static Refusal.Missing nobody() {
        return new Refusal.Missing("This page");
    }

    public String address() {
        return address(view.holder());
    }

    public CredentialsPage list() {
        return CredentialsPage.of(view.credentials(), now);
    }

    public boolean physician() {
        return view.holder().physician() != null;
    }

    /** What may be recorded for such a holder. */
    public List<CredentialKind> kinds() {
        return Arrays.stream(CredentialKind.values()).filter(view.holder()::mayHold).toList();
    }

    /** The access that is in force, or waits for its second person. */
    public Optional<SigningAccessView> open() {
        return view.access().stream().filter(access -> access.revokedAt() == null).findFirst();
    }

    /** How each credential stood, the latest first. */
    public List<Mark> marks() {
        return view.history().stream().map(HolderPage::mark).toList();
    }

    private static Mark mark(TermView term) {
        var state = term.state();
        var title = term.kind().title() + (state == null ? "" : ", " + state.title());
        return Mark.done(title + ": " + word(term), term.from(), note(term));
    }

    private static String word(TermView term) {
        var status = term.status();
        return status == null
                ? "recorded, not confirmed"
                : status.name().toLowerCase(Locale.ROOT)
                        + (term.encumbered() ? ", disciplined" : "");
    }

    private static String note(TermView term) {
        var words = new StringBuilder("Number " + term.number());
        var end = term.expiresOn();
        if (end != null) {
            words.append(", through ").append(Moments.date(end));
        }
        var renewal = term.renewalUntil();
        if (renewal != null) {
            words.append("; said to be renewed through ").append(Moments.date(renewal));
        }
        words.append(term.byOfficer() ? ". Recorded by an officer." : ". Said by its source.");
        var until = term.until();
        if (until != null) {
            words.append(" Stood until ").append(Moments.full(until, Moments.HOUSE)).append('.');
        }
        return words.toString();
    }
}
