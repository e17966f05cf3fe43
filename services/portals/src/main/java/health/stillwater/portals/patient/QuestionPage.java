package health.stillwater.portals.patient;

import health.stillwater.kernel.Actor;
import health.stillwater.review.PauseView;
import java.util.List;

/** What physicians asked of this patient, the latest first. */
public record QuestionPage(List<PauseView> all) {

    public List<PauseView> open() {
        return all.stream().filter(asked -> asked.end().isEmpty()).toList();
    }

    /** Those the patient answered; a question that was taken back is not shown. */
    public List<PauseView> answered() {
        return all.stream()
                .filter(
                        asked ->
                                asked.end()
                                        .filter(end -> end.by() == Actor.Kind.PATIENT)
                                        .isPresent())
                .toList();
    }
}
