package health.stillwater.portals.physician;

import health.stillwater.kernel.UsState;
import health.stillwater.portals.shell.Choice;
import health.stillwater.portals.shell.Spans;
import health.stillwater.prescribing.CourseView;
import health.stillwater.prescribing.DecisionForm;
import health.stillwater.prescribing.DecisionReason;
import health.stillwater.prescribing.Draft;
import health.stillwater.prescribing.PrescriberVerdict;
import health.stillwater.review.CaseView;
import health.stillwater.review.Claim;
import health.stillwater.rulebook.Facts;
import health.stillwater.visits.PdmpView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One case on one screen: who it is, the evidence, the gate, and the decision as far as it is
 * written.
 *
 * @param reports the monitoring reports read for this request
 * @param unread the states whose report still has to be read
 * @param course the treatment so far
 */
public record CasePage(
        CaseView view,
        GateView gate,
        Facts facts,
        List<PdmpView> reports,
        List<UsState> unread,
        Draft draft,
        CourseView course,
        EvidenceView evidence,
        Instant now) {

    private static final int ITEM_NINE = 8;

    public @Nullable Claim claim() {
        return view.claim().orElse(null);
    }

    public DecisionForm form() {
        return draft.form();
    }

    /** What may be decided: about a prescription only when there is one. */
    public List<PrescriberVerdict> verdicts() {
        var one = course.inForce().isPresent();
        return Arrays.stream(PrescriberVerdict.values())
                .filter(
                        verdict ->
                                one ? verdict != PrescriberVerdict.APPROVE : !verdict.concernsOne())
                .toList();
    }

    /** The same, as cards to choose from. */
    public List<Choice> choices() {
        return verdicts().stream().map(CasePage::choice).toList();
    }

    private static Choice choice(PrescriberVerdict verdict) {
        return switch (verdict) {
            case APPROVE -> new Choice(verdict.name(), "Approve", "One prescription, no refills");
            case DECLINE ->
                    new Choice(
                            verdict.name(),
                            "Decline",
                            "The patient gets the reason and is charged nothing");
            case REFER ->
                    new Choice(
                            verdict.name(),
                            "Refer to in-clinic care",
                            "No prescription here; say where to in your words");
            case RENEW ->
                    new Choice(verdict.name(), "Renew", "The next supply, same medicine and dose");
            case CHANGE ->
                    new Choice(
                            verdict.name(),
                            "Change",
                            "A new prescription; nothing more is filled of the one so far");
            case STOP ->
                    new Choice(
                            verdict.name(),
                            "Stop",
                            "Nothing more is filled, and no further month is charged");
        };
    }

    /** Every reason that belongs to one of them. */
    public List<DecisionReason> reasons() {
        return Arrays.stream(DecisionReason.values())
                .filter(
                        reason ->
                                verdicts().stream()
                                        .anyMatch(
                                                verdict ->
                                                        DecisionReason.of(verdict)
                                                                .contains(reason)))
                .toList();
    }

    public int age() {
        var zone = view.patient().zone();
        return Period.between(view.patient().dateOfBirth(), LocalDate.ofInstant(now, zone))
                .getYears();
    }

    public String due() {
        return Spans.due(view.row().dueAt(), now);
    }

    /** What brings the patient, with a capital letter. */
    public String reason() {
        var word = view.request().indication();
        return switch (word) {
            case "" -> "Reason not told";
            case "ptsd", "crps" -> word.toUpperCase(Locale.ROOT);
            default ->
                    word.substring(0, 1).toUpperCase(Locale.ROOT)
                            + word.substring(1).replace('_', ' ');
        };
    }

    /** Where the patient said they were last, and when; null when they never did. */
    public @Nullable String place() {
        var location = facts.location();
        if (location == null || location.state() == null) {
            return null;
        }
        var told = location.observedAt();
        return Objects.requireNonNullElse(location.county(), "")
                + ", "
                + location.state()
                + (told == null ? "" : " (told " + Spans.ago(told, now) + ")");
    }

    /** The depression questionnaire in a sentence; null when there is none. */
    public @Nullable String phq9() {
        var instruments = facts.instruments();
        var phq9 = instruments == null ? null : instruments.phq9();
        var items = phq9 == null ? null : phq9.items();
        if (items == null || items.isEmpty()) {
            return null;
        }
        var skipped = items.stream().filter(Objects::isNull).count();
        var total =
                skipped > 0
                        ? "No score: "
                                + skipped
                                + " of "
                                + items.size()
                                + " questions were not asked"
                        : items.stream().filter(Objects::nonNull).mapToInt(Integer::intValue).sum()
                                + " of 27";
        var nine = items.size() > ITEM_NINE ? items.get(ITEM_NINE) : null;
        return total + "; item 9, self-harm: " + (nine == null ? "not answered" : nine);
    }
}
