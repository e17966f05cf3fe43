package health.stillwater.portals.physician;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.portals.shell.Chart;
import health.stillwater.portals.shell.Moments;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.DecisionView;
import health.stillwater.prescribing.PrescriptionView;
import health.stillwater.review.ChangesView;
import health.stillwater.review.NoteView;
import health.stillwater.review.PauseView;
import health.stillwater.visits.EvaluationView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known beside the case itself: what changed, how the patient has been, what was decided
 * and asked before.
 *
 * @param moods null until the patient answered twice
 * @param trend null before the first check-in
 * @param prescriptions of the decisions that have one
 * @param coveredThrough the last day for which there is medicine; empty when there never was any
 * @param names of colleagues who asked or answered
 */
public record EvidenceView(
        ChangesView changes,
        @Nullable Chart moods,
        @Nullable Chart trend,
        List<DecisionView> decisions,
        Map<DecisionId, PrescriptionView> prescriptions,
        Optional<LocalDate> coveredThrough,
        List<EvaluationView> evaluations,
        List<PauseView> pauses,
        List<NoteView> notes,
        Map<PhysicianId, String> names,
        LocalDate today) {

    public String name(PhysicianId physician) {
        return names.getOrDefault(physician, "a colleague");
    }

    /** Whether what the case waits for was asked by this person. */
    public boolean askedBy(UUID person) {
        return pauses.stream()
                .filter(pause -> pause.end().isEmpty())
                .anyMatch(pause -> pause.physician().value().equals(person));
    }

    public String asked(PauseView pause) {
        return switch (pause.kind()) {
            case QUESTION -> "Asked of the patient";
            case DEFERRAL -> "Put off";
            case SECOND_OPINION -> "Second opinion asked for";
            case ESCALATION -> "Put before compliance";
        };
    }

    public String answered(PauseView pause) {
        var end = pause.end().orElseThrow();
        return switch (end.by()) {
            case PATIENT -> "The patient:";
            case COMPLIANCE -> "Compliance:";
            case PHYSICIAN -> opinion(end);
            case SYSTEM, NOBODY, VISITOR, PHARMACIST, BILLING -> "";
        };
    }

    private String opinion(PauseView.End end) {
        var who = name(new PhysicianId(end.byId()));
        var agrees = end.agrees();
        return agrees == null ? who + ":" : who + (agrees ? " agrees:" : " does not agree:");
    }

    /** {@code Renewed. Stopped by a later decision}. */
    public String verdict(DecisionView decision) {
        var words = decision.verdict().words();
        var standing = decision.standing();
        return standing.holds() ? words : words + ". " + standing.kind().words();
    }

    /**
     * {@code 8 troches of 100 mg, 28 days, covered through December 22, 2026}; null for no supply.
     */
    public @Nullable String supply(DecisionView decision) {
        var given = prescriptions.get(decision.id());
        return given == null
                ? null
                : given.quantity()
                        + " of "
                        + given.strength()
                        + ", "
                        + given.daysSupply()
                        + " days, covered through "
                        + Moments.date(lastDay(given));
    }

    /** How long the medicine lasts. */
    public String covered() {
        return coveredThrough
                .map(
                        last ->
                                last.isBefore(today)
                                        ? "No supply since " + Moments.date(last)
                                        : "Covered through " + Moments.date(last))
                .orElse("No supply yet");
    }

    private static LocalDate lastDay(PrescriptionView given) {
        return given.issueDate().plusDays(given.daysSupply() - 1L);
    }
}
