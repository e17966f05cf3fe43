package health.stillwater.visits;

/**
 * What the physician records at the end of a visit. Handing it in signs the note.
 *
 * @param modality how the two met; there is no default
 * @param records which records were read
 * @param diagnosisCode ICD-10-CM
 */
public record VisitRecord(
        Modality modality,
        String history,
        String records,
        String diagnosis,
        String diagnosisCode,
        String priorTreatments,
        String plan) {

    /** How physician and patient met. Only {@link #VIDEO} can lead to a prescription. */
    public enum Modality {
        VIDEO,
        AUDIO,
        /** They did not meet. */
        NONE
    }
}
