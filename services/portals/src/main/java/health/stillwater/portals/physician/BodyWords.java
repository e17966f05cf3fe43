package health.stillwater.portals.physician;

import health.stillwater.portals.shell.Moments;
import health.stillwater.rulebook.ClinicalFacts.Medications;
import health.stillwater.rulebook.ClinicalFacts.Medicine;
import health.stillwater.rulebook.ConsentFacts;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.VitalsFacts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Facts about a patient's body and agreement, as a physician reads them. */
public record BodyWords(Facts facts) {

    private static final String NONE = "Not on record";

    public String bloodPressure() {
        var vitals = facts.vitals();
        var readings = vitals == null ? null : vitals.readings();
        return vitals == null || readings == null || readings.isEmpty()
                ? NONE
                : readings.stream()
                                .map(each -> each.systolic() + "/" + each.diastolic())
                                .collect(Collectors.joining(", "))
                        + " mmHg"
                        + seen(vitals.observedAt());
    }

    public String heart() {
        var vitals = facts.vitals();
        if (vitals == null || vitals.heartRate() == null && vitals.spo2() == null) {
            return NONE;
        }
        return (vitals.heartRate() == null ? "" : vitals.heartRate() + " a minute ")
                + (vitals.spo2() == null ? "" : vitals.spo2() + " %");
    }

    public String weight() {
        VitalsFacts.@Nullable Weight weight =
                facts.vitals() == null ? null : facts.vitals().weight();
        return weight == null || weight.kg() == null
                ? NONE
                : weight.kg().toPlainString() + " kg" + seen(weight.observedAt());
    }

    public boolean medicinesKnown() {
        return list() != null;
    }

    /** Each medicine, and what is to happen to it beside ours. */
    public Map<String, String> medicines() {
        var told = new LinkedHashMap<String, String>();
        for (var medicine : Objects.requireNonNullElse(list(), List.<Medicine>of())) {
            var decision = medicine.decision();
            told.put(
                    Objects.requireNonNullElse(medicine.name(), "A medicine without a name"),
                    (Boolean.FALSE.equals(medicine.active()) ? "Not taken any more" : "Taken")
                            + (decision == null
                                    ? ""
                                    : "; "
                                            + decision.name().toLowerCase(java.util.Locale.ROOT)
                                            + ": "
                                            + Objects.requireNonNullElse(medicine.reason(), "")));
        }
        return told;
    }

    private @Nullable List<Medicine> list() {
        var clinical = facts.clinical();
        Medications medications = clinical == null ? null : clinical.medications();
        return medications == null ? null : medications.list();
    }

    /** Each form by its name, with its version and when it was signed. */
    public Map<String, String> forms() {
        var forms = new TreeMap<String, String>();
        Objects.requireNonNullElse(facts.consents(), Map.<String, ConsentFacts>of())
                .forEach((kind, consent) -> forms.put(words(kind), signed(consent)));
        return forms;
    }

    /** {@code homeSafety} is Home safety. */
    private static String words(String kind) {
        var words = kind.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String signed(ConsentFacts consent) {
        return consent.status() != ConsentFacts.Status.SIGNED
                ? "Not agreed to"
                : "Version " + consent.version() + seen(consent.signedAt());
    }

    private static String seen(@Nullable Instant at) {
        return at == null ? "" : ", " + Moments.full(at, Moments.HOUSE);
    }
}
