package health.stillwater.visits;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

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

    private static final Pattern ICD_10_CM = Pattern.compile("[A-Z]\\d[0-9A-Z](\\.[0-9A-Z]{1,4})?");

    /** How physician and patient met. Only {@link #VIDEO} can lead to a prescription. */
    public enum Modality {
        VIDEO,
        AUDIO,
        /** They did not meet. */
        NONE
    }

    /** The sections still to be written: the name of the field, and what the page calls it. */
    public Map<String, String> missing() {
        var missing = new LinkedHashMap<String, String>();
        needed(missing, "history", "history", history);
        needed(missing, "records", "records reviewed", records);
        needed(missing, "diagnosis", "diagnosis", diagnosis);
        if (!ICD_10_CM.matcher(diagnosisCode.strip()).matches()) {
            missing.put("diagnosisCode", "diagnosis code (like F33.1)");
        }
        needed(missing, "priorTreatments", "prior treatments", priorTreatments);
        needed(missing, "plan", "plan", plan);
        return missing;
    }

    private static void needed(
            Map<String, String> missing, String field, String section, String text) {
        if (text.isBlank()) {
            missing.put(field, section);
        }
    }
}
