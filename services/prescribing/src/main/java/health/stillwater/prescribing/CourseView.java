package health.stillwater.prescribing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One patient's treatment so far, as the physician who decides on it must know it.
 *
 * @param inForce the prescription that may be renewed, changed or stopped
 * @param dose of that one, in words
 * @param coveredThrough the last day for which there is medicine, or will be when what is signed is
 *     filled
 * @param nextFrom the first day on which the next supply may be signed
 * @param correctable decisions about the patient that a new one may correct, the latest first
 * @param fills in the order they happened
 */
public record CourseView(
        Optional<DecisionId> inForce,
        Optional<String> dose,
        Optional<LocalDate> coveredThrough,
        Optional<LocalDate> nextFrom,
        List<DecisionView> correctable,
        List<Filled> fills) {

    /** Nothing was prescribed or decided before. */
    public static CourseView none() {
        return new CourseView(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
