package health.stillwater;

import health.stillwater.prescribing.DecisionForm;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.visits.VisitRecord;
import health.stillwater.visits.VisitRecord.Modality;
import java.util.HashMap;
import java.util.Map;

/** What physicians write in a journey. */
final class Written {

    private Written() {}

    static DecisionForm approval() {
        return prescribing(Map.of("verdict", "APPROVE"));
    }

    /** The same medicine in the same dose once more. */
    static DecisionForm renewal(DecisionId before) {
        return prescribing(Map.of("verdict", "RENEW", "about", before.toString()));
    }

    private static DecisionForm prescribing(Map<String, String> verdict) {
        var form = new HashMap<>(verdict);
        form.putAll(
                Map.ofEntries(
                        Map.entry("words", "A trial is reasonable after two failed treatments."),
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
                                "directions", "Dissolve 2 troches under the tongue once a week.")));
        return DecisionForm.of(form);
    }

    static DecisionForm refusal() {
        return DecisionForm.of(
                Map.of(
                        "verdict", "DECLINE",
                        "reason", "NEEDS_IN_CLINIC_CARE",
                        "words", "You are better looked after in a clinic at first."));
    }

    static VisitRecord note(Modality modality) {
        return new VisitRecord(
                modality,
                "Depression since 2019; two adequate trials of SSRIs without effect.",
                "Letters of the family physician, medication list.",
                "Major depressive disorder, recurrent, moderate",
                "F33.1",
                "Sertraline 200 mg for 10 weeks, escitalopram 20 mg for 12 weeks.",
                "Discuss a trial of sublingual ketamine with a sitter present.");
    }
}
