package health.stillwater.portals.patient;

import health.stillwater.enrollment.ConsentView;
import health.stillwater.portals.shell.Choice;
import health.stillwater.portals.shell.Moments;
import health.stillwater.portals.shell.Tone;
import health.stillwater.rulebook.ConsentForm;
import java.util.ArrayList;
import java.util.List;

/**
 * The forms, and how each stands.
 *
 * @param name as the patient told it to us; empty until they did
 */
public record ConsentsPage(List<ConsentView> consents, String name) {

    private static final int WORDS_A_MINUTE = 180;
    private static final String MESSAGING = "messaging";

    /** Whether anything is left to sign. */
    public boolean open() {
        return !toSign().isEmpty();
    }

    /** What is left to sign, in the order it is read. */
    public List<ConsentView> toSign() {
        return consents.stream()
                .filter(consent -> consent.status() != ConsentView.Status.SIGNED)
                .toList();
    }

    /** How long reading takes. */
    public int minutes() {
        var words =
                toSign().stream()
                        .flatMap(consent -> consent.form().paragraphs().stream())
                        .mapToInt(paragraph -> paragraph.split(" ", -1).length)
                        .sum();
        return 1 + words / WORDS_A_MINUTE;
    }

    /** What is acknowledged one by one inside a form, before the form itself. */
    public static List<Choice> points(ConsentForm form) {
        var points = new ArrayList<Choice>();
        if (form.notApproved() != null) {
            points.add(Choice.of(form.kind() + ".not_approved", form.notApproved()));
        }
        form.risks()
                .forEach(
                        risk ->
                                points.add(
                                        Choice.of(form.kind() + "." + risk.code(), risk.words())));
        return points;
    }

    /** When and in which version it was signed; empty while it is open. */
    public static String signed(ConsentView consent) {
        var at = consent.signedAt();
        return consent.status() != ConsentView.Status.SIGNED || at == null
                ? ""
                : "on " + Moments.date(at, Moments.HOUSE) + ", version " + consent.signedVersion();
    }

    public static Tone tone(ConsentView consent) {
        return switch (consent.status()) {
            case SIGNED -> Tone.OK;
            case NOT_SIGNED -> Tone.OPEN;
            case OUTDATED, WITHDRAWN -> Tone.WAIT;
        };
    }

    public static String word(ConsentView consent) {
        return switch (consent.status()) {
            case SIGNED -> "Signed";
            case NOT_SIGNED -> "To sign";
            case OUTDATED -> "Read again";
            case WITHDRAWN -> "Taken back";
        };
    }

    /** What follows from taking a form back. */
    public static String afterwards(ConsentForm form) {
        return form.kind().equals(MESSAGING)
                ? "We text you no more. Your care and your payments go on, and so does everything you did here."
                : "From then on no physician can decide on a prescription for you. What was already sent to the pharmacy is not"
                        + " called back, and your membership does not end by itself: you end it under Payments.";
    }
}
