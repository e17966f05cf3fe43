package health.stillwater.portals.patient;

import health.stillwater.enrollment.ConsentView;
import health.stillwater.portals.shell.Choice;
import health.stillwater.portals.shell.Moments;
import health.stillwater.rulebook.ConsentForm;
import java.util.ArrayList;
import java.util.List;

/**
 * The forms, and how each stands.
 *
 * @param name as the patient told it to us; empty until they did
 */
public record ConsentsPage(List<ConsentView> consents, String name) {

    /** Whether anything is left to sign. */
    public boolean open() {
        return consents.stream().anyMatch(consent -> consent.status() != ConsentView.Status.SIGNED);
    }

    /** What is acknowledged one by one inside a form, before the form itself. */
    public static List<Choice> points(ConsentForm form) {
        var points = new ArrayList<Choice>();
        if (form.notApproved() != null) {
            points.add(Choice.of(form.kind() + ".not_approved", form.notApproved()));
        }
        form.risks().forEach(risk -> points.add(Choice.of(form.kind() + "." + risk.code(), risk.words())));
        return points;
    }

    /** When and in which version it was signed; empty while it is open. */
    public static String signed(ConsentView consent) {
        var at = consent.signedAt();
        return consent.status() != ConsentView.Status.SIGNED || at == null
                ? ""
                : "on " + Moments.date(at, Moments.HOUSE) + ", version " + consent.signedVersion();
    }
}
