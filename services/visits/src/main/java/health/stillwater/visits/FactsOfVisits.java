package health.stillwater.visits;

import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.ClinicalFacts;
import health.stillwater.rulebook.EncounterFacts;
import health.stillwater.rulebook.EncounterFacts.NoteStatus;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.FederalFacts;
import health.stillwater.rulebook.LocationFacts;
import health.stillwater.rulebook.PatientFacts;
import health.stillwater.rulebook.PdmpFacts;
import health.stillwater.rulebook.PrescriberFacts;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says to the gate what is known of a request's visit and of the monitoring reports read for it.
 */
final class FactsOfVisits {

    private static final String ICD_10_CM = "ICD-10-CM";

    private FactsOfVisits() {}

    static Facts encounter(Visit visit) {
        var facts =
                Facts.none()
                        .with(
                                new EncounterFacts(
                                        visit.id().toString(),
                                        visit.request().toString(),
                                        visit.physician().toString(),
                                        modality(visit),
                                        status(visit),
                                        visit.startedAt(),
                                        visit.finishedAt(),
                                        visit.note().isPresent()
                                                ? NoteStatus.SIGNED
                                                : NoteStatus.NONE,
                                        visit.note().isPresent() ? visit.finishedAt() : null));
        return visit.note().map(FactsOfVisits::clinical).map(facts::with).orElse(facts);
    }

    private static EncounterFacts.@Nullable Modality modality(Visit visit) {
        return visit.modality()
                .map(
                        how ->
                                switch (how) {
                                    case VIDEO -> EncounterFacts.Modality.VIDEO;
                                    case AUDIO -> EncounterFacts.Modality.AUDIO;
                                    case NONE -> null;
                                })
                .orElse(null);
    }

    private static EncounterFacts.@Nullable Status status(Visit visit) {
        return switch (visit.stage()) {
            case BOOKED, CANCELED -> null;
            case STARTED -> EncounterFacts.Status.IN_PROGRESS;
            case FINISHED ->
                    visit.modality().filter(how -> how == VisitRecord.Modality.NONE).isPresent()
                            ? EncounterFacts.Status.NO_SHOW
                            : EncounterFacts.Status.COMPLETED;
        };
    }

    /**
     * A signed note has all its sections; why this medicine is compounded is written with the
     * prescription.
     */
    private static ClinicalFacts clinical(Note note) {
        var diagnosis = new ClinicalFacts.PrimaryDiagnosis(note.diagnosisCode(), ICD_10_CM);
        var chart = new ClinicalFacts.Chart(true, true, true, true, true, null, true);
        return new ClinicalFacts(
                null, diagnosis, chart, null, null, null, null, null, null, null, null, null);
    }

    static PdmpFacts pdmp(RequestId request, List<PdmpView> reports) {
        var byState = new LinkedHashMap<String, PdmpFacts.Report>();
        reports.forEach(
                report ->
                        byState.put(
                                report.state().name(),
                                new PdmpFacts.Report(
                                        report.reportId(),
                                        request.toString(),
                                        report.reviewedBy().toString(),
                                        PdmpFacts.ReviewerRole.PRESCRIBER,
                                        report.reviewedAt(),
                                        true,
                                        report.reviewedAt())));
        return new PdmpFacts(byState, null);
    }

    /**
     * Every evaluation in person that counts, by whom and when; the register is known to be whole.
     */
    static FederalFacts federal(List<Evaluation> evaluations) {
        var counting =
                evaluations.stream()
                        .filter(evaluation -> !evaluation.struck())
                        .map(
                                evaluation ->
                                        new FederalFacts.Evaluation(
                                                evaluation.physician().toString(),
                                                evaluation.on(),
                                                evaluation.place(),
                                                evaluation.document()))
                        .toList();
        return new FederalFacts(new FederalFacts.InPersonRegister(counting), null);
    }

    /**
     * Where the patient is, where they lived in the last year, and where the physician practices.
     */
    static Set<UsState> statesToCheck(
            @Nullable LocationFacts place,
            @Nullable PatientFacts patient,
            @Nullable PrescriberFacts prescriber) {
        var states = EnumSet.noneOf(UsState.class);
        if (place != null && place.state() != null) {
            states.add(UsState.valueOf(place.state()));
        }
        if (prescriber != null && prescriber.practiceState() != null) {
            states.add(UsState.valueOf(prescriber.practiceState()));
        }
        if (patient != null && patient.previousStates() != null) {
            patient.previousStates().stream().map(UsState::valueOf).forEach(states::add);
        }
        return states;
    }
}
