package health.stillwater.prescribing;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A decision as it stands on the page, every field as typed, so that nothing half-written is lost.
 * Keys of errors are the names of these fields.
 *
 * @param verdict name of a {@link PrescriberVerdict}
 * @param reason name of a {@link DecisionReason}, where the verdict needs one
 * @param words the physician's own words; the patient reads them
 * @param benefitRisk benefit and risk weighed, when prescribing
 * @param clinicalDifference why a compounded medicine makes a difference for this patient, when
 *     prescribing
 * @param form name of a {@link DosageForm}
 * @param unitsPerDose units taken at one time
 * @param dosesPerPeriod how many times within the days of supply
 * @param quantity units dispensed
 * @param elsewhere what the monitoring report says of the same medicine from another program:
 *     {@code NONE}, or the last day it covers; empty when it does not say
 * @param about the prescription that is renewed, changed or stopped
 * @param corrects the decision whose place this one takes; empty for none
 */
public record DecisionForm(
        String verdict,
        String reason,
        String words,
        String benefitRisk,
        String clinicalDifference,
        String form,
        String strengthMg,
        String unitsPerDose,
        String dosesPerPeriod,
        String quantity,
        String daysSupply,
        String directions,
        String elsewhere,
        String about,
        String corrects) {

    /** Nothing is chosen when a case opens. */
    public static DecisionForm empty() {
        return of(Map.of());
    }

    /** From the fields of a page; what is absent is empty. */
    public static DecisionForm of(Map<String, String> fields) {
        return new DecisionForm(
                field(fields, "verdict"),
                field(fields, "reason"),
                field(fields, "words"),
                field(fields, "benefitRisk"),
                field(fields, "clinicalDifference"),
                field(fields, "form"),
                field(fields, "strengthMg"),
                field(fields, "unitsPerDose"),
                field(fields, "dosesPerPeriod"),
                field(fields, "quantity"),
                field(fields, "daysSupply"),
                field(fields, "directions"),
                field(fields, "elsewhere"),
                field(fields, "about"),
                field(fields, "corrects"));
    }

    /** The same, the other way round. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("verdict", verdict);
        fields.put("reason", reason);
        fields.put("words", words);
        fields.put("benefitRisk", benefitRisk);
        fields.put("clinicalDifference", clinicalDifference);
        fields.put("form", form);
        fields.put("strengthMg", strengthMg);
        fields.put("unitsPerDose", unitsPerDose);
        fields.put("dosesPerPeriod", dosesPerPeriod);
        fields.put("quantity", quantity);
        fields.put("daysSupply", daysSupply);
        fields.put("directions", directions);
        fields.put("elsewhere", elsewhere);
        fields.put("about", about);
        fields.put("corrects", corrects);
        return fields;
    }

    private static String field(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }
}
