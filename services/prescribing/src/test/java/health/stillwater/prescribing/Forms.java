package health.stillwater.prescribing;

import java.util.LinkedHashMap;
import java.util.Map;

/** Decision forms as a physician fills them in; each test changes only what it is about. */
final class Forms {

    private Forms() {}

    static DecisionForm approving() {
        return approvingBut(Map.of());
    }

    static DecisionForm approvingBut(Map<String, String> changes) {
        var fields =
                new LinkedHashMap<>(
                        Map.ofEntries(
                                Map.entry("verdict", "APPROVE"),
                                Map.entry(
                                        "words",
                                        "A trial is reasonable after two failed treatments."),
                                Map.entry(
                                        "benefitRisk",
                                        "Likely benefit outweighs a small risk at this dose."),
                                Map.entry(
                                        "clinicalDifference",
                                        "Cannot take the nasal form; needs a divisible unit."),
                                Map.entry("form", "TROCHE"),
                                Map.entry("strengthMg", "100"),
                                Map.entry("unitsPerDose", "2"),
                                Map.entry("dosesPerPeriod", "4"),
                                Map.entry("quantity", "8"),
                                Map.entry("daysSupply", "28"),
                                Map.entry("elsewhere", "NONE"),
                                Map.entry(
                                        "directions",
                                        "Dissolve 2 troches under the tongue once a week.")));
        fields.putAll(changes);
        return DecisionForm.of(fields);
    }

    /** The next supply of the same medicine in the same dose. */
    static DecisionForm renewing(DecisionId prescription) {
        return approvingBut(Map.of("verdict", "RENEW", "about", prescription.toString()));
    }

    /** Half as much at one time. */
    static DecisionForm changing(DecisionId prescription) {
        return approvingBut(
                Map.of(
                        "verdict", "CHANGE",
                        "reason", "DOSE_LOWERED",
                        "about", prescription.toString(),
                        "unitsPerDose", "1",
                        "quantity", "4",
                        "directions", "Dissolve 1 troche under the tongue once a week."));
    }

    static DecisionForm stopping(DecisionId prescription) {
        return DecisionForm.of(
                Map.of(
                        "verdict", "STOP",
                        "reason", "SIDE_EFFECT",
                        "about", prescription.toString(),
                        "words", "Your blood pressure rose too high in both sessions."));
    }

    static DecisionForm referring() {
        return DecisionForm.of(
                Map.of(
                        "verdict", "REFER",
                        "reason", "SEVERE_OR_IN_CRISIS",
                        "words", "Please see the pain clinic in Coral Gables this week."));
    }

    /** The same form with other fields. */
    static DecisionForm but(DecisionForm form, Map<String, String> changes) {
        var fields = new LinkedHashMap<>(form.fields());
        fields.putAll(changes);
        return DecisionForm.of(fields);
    }

    /** The same form, in the place of a decision signed in error. */
    static DecisionForm correcting(DecisionId earlier, DecisionForm form) {
        return but(form, Map.of("corrects", earlier.toString()));
    }

    static DecisionForm declining() {
        return DecisionForm.of(
                Map.of(
                        "verdict", "DECLINE",
                        "reason", "NEEDS_IN_CLINIC_CARE",
                        "words", "You are better looked after in a clinic at first."));
    }
}
