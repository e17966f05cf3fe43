package health.stillwater.prescribing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the treatment so far says about a text: that it names what it may name, keeps what a renewal
 * keeps, and comes no earlier than the supply allows. The database says the same again.
 */
final class CourseRules {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.US);

    private final Course course;
    private final OptionalInt tolerance;
    private final SignedText text;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    private CourseRules(Course course, OptionalInt tolerance, SignedText text) {
        this.course = course;
        this.tolerance = tolerance;
        this.text = text;
    }

    /**
     * Field by field what stands against it; empty when nothing does.
     *
     * @param tolerance days before the end of a supply from which on the next may be signed; empty
     *     when the rules do not say
     */
    static Map<String, String> objections(Course course, OptionalInt tolerance, SignedText text) {
        return new CourseRules(course, tolerance, text).all();
    }

    private Map<String, String> all() {
        var corrects = Optional.ofNullable(text.supersedes()).map(DecisionId::of);
        corrects.ifPresent(this::correctable);
        var inForce = course.inForce(corrects.orElse(null));
        switch (text.verdict()) {
            case APPROVE ->
                    inForce.ifPresent(
                            _ ->
                                    wrong.put(
                                            "verdict",
                                            "A prescription is in force already. Renew it, change it, or stop it."));
            case RENEW, CHANGE, STOP -> about(inForce);
            case DECLINE, REFER -> {}
        }
        if (text.verdict().prescribes()) {
            notEarly();
            nothingElsewhere();
        }
        return wrong;
    }

    private void correctable(DecisionId id) {
        var there =
                course.find(id)
                        .filter(
                                found ->
                                        course.standingOf(found).kind() != Standing.Kind.CORRECTED);
        if (there.isEmpty()) {
            wrong.put(
                    "corrects",
                    "Only a decision about this patient that was not corrected before can be corrected.");
        }
    }

    private void about(Optional<SignedDecision> inForce) {
        var named = inForce.filter(found -> found.getId().toString().equals(text.about()));
        if (named.isEmpty()) {
            wrong.put("verdict", "The prescription this is about is no longer in force.");
            return;
        }
        var medicine = text.prescription();
        if (medicine == null) {
            return;
        }
        var before = named.get().prescribed();
        var same = Dose.of(medicine).isSame(Dose.of(before));
        if (text.verdict() == PrescriberVerdict.RENEW && !same) {
            wrong.put(
                    "form",
                    "A renewal keeps medicine and dose: "
                            + Dose.of(before).words()
                            + ". To alter it, choose change.");
        }
        if (text.verdict() == PrescriberVerdict.CHANGE
                && same
                && medicine.directions().equals(before.directions())) {
            wrong.put("verdict", "Nothing is changed. To prescribe the same again, choose renew.");
        }
    }

    private void notEarly() {
        if (tolerance.isEmpty()) {
            wrong.put("daysSupply", "The rules do not say how early the next supply may be.");
            return;
        }
        course.coveredThrough(text.issueDate(), Course.replacedBy(text))
                .ifPresent(
                        through -> {
                            var from = earliest(through, tolerance.getAsInt());
                            if (text.issueDate().isBefore(from)) {
                                wrong.put(
                                        "daysSupply",
                                        "Too early: the supply so far lasts through "
                                                + DAY.format(through)
                                                + ". The next may be signed from "
                                                + DAY.format(from)
                                                + " on.");
                            }
                        });
    }

    /** The first day on which the next supply may be signed. */
    static LocalDate earliest(LocalDate coveredThrough, int tolerance) {
        return coveredThrough.plusDays(1L - tolerance);
    }

    private void nothingElsewhere() {
        var elsewhere = text.elsewhere();
        if (elsewhere == null || elsewhere.equals(SignedText.NONE_ELSEWHERE)) {
            return;
        }
        var through = LocalDate.parse(elsewhere);
        if (!through.isBefore(text.issueDate())) {
            wrong.put(
                    "elsewhere",
                    "The patient has the same medicine from another program through "
                            + DAY.format(through)
                            + ".");
        }
    }
}
