package health.stillwater.portals.physician;

import health.stillwater.prescribing.DecisionForm;
import health.stillwater.prescribing.DecisionReason;
import health.stillwater.prescribing.DosageForm;
import health.stillwater.prescribing.PrescriberVerdict;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The fields of a decision by the words of the page, where they are shown outside of their form.
 */
final class FieldWords {

    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("verdict", "Decision"),
                    Map.entry("reason", "Reason"),
                    Map.entry("words", "Why, in your words"),
                    Map.entry("benefitRisk", "Benefit and risk"),
                    Map.entry("clinicalDifference", "Why compounded"),
                    Map.entry("form", "Form"),
                    Map.entry("strengthMg", "Strength, mg"),
                    Map.entry("unitsPerDose", "Units at a time"),
                    Map.entry("dosesPerPeriod", "Doses in the supply"),
                    Map.entry("quantity", "Quantity"),
                    Map.entry("daysSupply", "Days of supply"),
                    Map.entry("directions", "Directions"),
                    Map.entry("elsewhere", "Same medicine from another program"),
                    Map.entry("about", "Prescription it is about"),
                    Map.entry("corrects", "Decision it corrects"));

    private FieldWords() {}

    /** Everything that is filled in. */
    static Map<String, String> of(DecisionForm form) {
        return differing(form, DecisionForm.empty());
    }

    /** What stands in one form and stands differently in another. */
    static Map<String, String> differing(DecisionForm form, DecisionForm other) {
        var others = other.fields();
        var found = new LinkedHashMap<String, String>();
        form.fields()
                .forEach(
                        (field, text) -> {
                            if (!text.equals(others.get(field))) {
                                found.put(WORDS.getOrDefault(field, field), inWords(field, text));
                            }
                        });
        return found;
    }

    /** What was picked from a list, by its words; what was typed, as typed. */
    private static String inWords(String field, String text) {
        if (text.isEmpty()) {
            return "(empty)";
        }
        return switch (field) {
            case "verdict" -> picked(PrescriberVerdict.values(), PrescriberVerdict::words, text);
            case "reason" -> picked(DecisionReason.values(), DecisionReason::words, text);
            case "form" -> picked(DosageForm.values(), DosageForm::words, text);
            default -> text;
        };
    }

    private static <E extends Enum<E>> String picked(
            E[] all, Function<E, String> words, String name) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(name))
                .map(words)
                .findAny()
                .orElse(name);
    }
}
