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
                                Map.entry(
                                        "directions",
                                        "Dissolve 2 troches under the tongue once a week.")));
        fields.putAll(changes);
        return DecisionForm.of(fields);
    }

    static DecisionForm declining() {
        return DecisionForm.of(
                Map.of(
                        "verdict", "DECLINE",
                        "reason", "NEEDS_IN_CLINIC_CARE",
                        "words", "You are better looked after in a clinic at first."));
    }
}
