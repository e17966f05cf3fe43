package health.stillwater.prescribing;

import health.stillwater.rulebook.ClinicalFacts;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.HistoryFacts;
import health.stillwater.rulebook.PrescriptionFacts;
import health.stillwater.rulebook.RequestFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the rulebook what the treatment so far says about a text, signed or about to be. */
final class CourseFacts {

    private static final String OURS = "Stillwater";
    private static final String ELSEWHERE = "another program";

    private final Course course;
    private final SignedText text;
    private final List<SignedDecision> before;

    private CourseFacts(Course course, SignedText text) {
        this.course = course;
        this.text = text;
        this.before = course.dosesBefore(text.decision());
    }

    /** History, dose so far, kind of request, and what was filled of the text itself. */
    static Facts of(Course course, SignedText text, Instant now) {
        var told = new CourseFacts(course, text);
        var facts = Facts.none().with(told.history(now)).with(told.filled());
        return told.before.isEmpty()
                ? facts
                : facts.with(new RequestFacts(text.request(), RequestFacts.Kind.RENEWAL))
                        .with(told.doseSoFar());
    }

    private HistoryFacts history(Instant now) {
        var fills =
                course.fills().stream()
                        .filter(fill -> !fill.prescription().toString().equals(text.decision()))
                        .map(
                                fill ->
                                        new HistoryFacts.Fill(
                                                fill.prescription().toString(),
                                                fill.on(),
                                                fill.daysSupply()))
                        .toList();
        return new HistoryFacts(now, fills, others());
    }

    /** Not known as long as nobody said what the monitoring report says. */
    private @Nullable List<HistoryFacts.OtherPrescription> others() {
        var elsewhere = text.elsewhere();
        if (elsewhere == null) {
            return null;
        }
        var replaced = new ArrayList<>(Course.replacedBy(text));
        replaced.add(DecisionId.of(text.decision()));
        var ours =
                course.unfilled(text.issueDate(), Set.copyOf(replaced))
                        .map(
                                waiting ->
                                        other(
                                                waiting.getId().toString(),
                                                OURS,
                                                waiting.issueDate()
                                                        .plusDays(
                                                                waiting.dose().daysSupply() - 1L)));
        var theirs =
                elsewhere.equals(SignedText.NONE_ELSEWHERE)
                        ? Stream.<HistoryFacts.OtherPrescription>empty()
                        : Stream.of(other(null, ELSEWHERE, LocalDate.parse(elsewhere)));
        return Stream.concat(ours, theirs).toList();
    }

    private static HistoryFacts.OtherPrescription other(
            @Nullable String id, String program, LocalDate through) {
        return new HistoryFacts.OtherPrescription(
                id,
                program,
                Drug.KETAMINE_HYDROCHLORIDE.rxcui(),
                HistoryFacts.Status.ACTIVE,
                through);
    }

    private PrescriptionFacts filled() {
        var id = DecisionId.of(text.decision());
        var fills = course.fillsOf(id).size();
        var refills = text.prescription() == null ? null : (Integer) Math.max(0, fills - 1);
        var original = text.prescription() == null ? null : (Boolean) (fills > 0);
        var ended = course.find(id).map(course::endedAt).orElse(null);
        return new PrescriptionFacts(
                null, null, null, null, refills, original, null, null, null, null, null, ended,
                null, null, null, null);
    }

    private ClinicalFacts doseSoFar() {
        var latest = before.getLast();
        var mg = latest.dose().mgPerSession();
        var since = latest.issueDate();
        for (var earlier : before.reversed()) {
            if (earlier.dose().mgPerSession().compareTo(mg) != 0) {
                break;
            }
            since = earlier.issueDate();
        }
        return new ClinicalFacts(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new ClinicalFacts.PriorDose(mg, since),
                null,
                null);
    }
}
