package health.stillwater.prescribing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A decision form, read: a decision that can be made, or what is wrong with each field. */
sealed interface CheckedForm {

    /** Write this prescription. */
    record Prescribe(
            PrescriberVerdict verdict,
            @Nullable DecisionReason reason,
            String words,
            String benefitRisk,
            String clinicalDifference,
            Medicine medicine,
            String elsewhere,
            Named named)
            implements CheckedForm {}

    /** Write none, for this reason. */
    record WriteNone(PrescriberVerdict verdict, DecisionReason reason, String words, Named named)
            implements CheckedForm {}

    /** Field by field, in words for the page. */
    record Wrong(Map<String, String> fieldErrors) implements CheckedForm {}

    /**
     * Earlier decisions that this one names: the prescription it is about, and what it corrects.
     */
    record Named(@Nullable DecisionId about, @Nullable DecisionId corrects) {}

    /** What is to be dispensed. Zero refills: each fill is a decision of its own. */
    record Medicine(
            DosageForm form,
            BigDecimal strengthMg,
            int unitsPerDose,
            int dosesPerPeriod,
            int quantity,
            int daysSupply,
            String directions) {}

    /** The longest supply of one prescription of the program. */
    int DAYS_MAX = 30;

    static CheckedForm of(DecisionForm form) {
        return new Reading(form).result();
    }

    /** Reads one form and collects what is wrong with it. */
    final class Reading {

        private static final String VERDICT = "verdict";
        private static final String FOR_THE_PATIENT =
                "Say in your own words why, for the patient to read.";
        private static final int TEXT_MAX = 4000;
        private static final int TEXT_MIN = 10;
        private static final int DIRECTIONS_MAX = 500;
        private static final BigDecimal STRENGTH_MAX = new BigDecimal(1000);
        private static final int UNITS_MAX = 99;
        private static final int QUANTITY_MAX = 999;

        private final DecisionForm form;
        private final Map<String, String> wrong = new LinkedHashMap<>();

        Reading(DecisionForm form) {
            this.form = form;
        }

        CheckedForm result() {
            var verdict = oneOf(PrescriberVerdict.values(), form.verdict());
            if (verdict.isEmpty()) {
                return new Wrong(Map.of(VERDICT, "Choose what you decide."));
            }
            return verdict.get().prescribes() ? prescribe(verdict.get()) : writeNone(verdict.get());
        }

        private CheckedForm writeNone(PrescriberVerdict verdict) {
            var reason = reason(verdict);
            var words = text("words", form.words(), FOR_THE_PATIENT, TEXT_MAX);
            var named = named(verdict);
            return wrong.isEmpty()
                    ? new WriteNone(verdict, reason.orElseThrow(), words, named)
                    : new Wrong(wrong);
        }

        private CheckedForm prescribe(PrescriberVerdict verdict) {
            var reason = reason(verdict);
            var words = text("words", form.words(), FOR_THE_PATIENT, TEXT_MAX);
            var benefitRisk =
                    text("benefitRisk", form.benefitRisk(), "Weigh benefit and risk.", TEXT_MAX);
            var difference =
                    text(
                            "clinicalDifference",
                            form.clinicalDifference(),
                            "Say what difference the compounded medicine makes for this patient.",
                            TEXT_MAX);
            var medicine = medicine();
            var elsewhere = elsewhere();
            var named = named(verdict);
            return wrong.isEmpty()
                    ? new Prescribe(
                            verdict,
                            reason.orElse(null),
                            words,
                            benefitRisk,
                            difference,
                            medicine.orElseThrow(),
                            elsewhere,
                            named)
                    : new Wrong(wrong);
        }

        private Optional<Medicine> medicine() {
            var dosageForm = oneOf(DosageForm.values(), form.form());
            if (dosageForm.isEmpty()) {
                wrong.put("form", "Choose the form.");
            }
            var strength = strength();
            var units = number("unitsPerDose", form.unitsPerDose(), UNITS_MAX);
            var doses = number("dosesPerPeriod", form.dosesPerPeriod(), UNITS_MAX);
            var quantity = number("quantity", form.quantity(), QUANTITY_MAX);
            var days = number("daysSupply", form.daysSupply(), DAYS_MAX);
            sumsUp(units, doses, quantity);
            var directions =
                    text("directions", form.directions(), "Write the directions.", DIRECTIONS_MAX);
            return wrong.isEmpty()
                    ? Optional.of(
                            new Medicine(
                                    dosageForm.orElseThrow(),
                                    strength.orElseThrow(),
                                    units.orElseThrow(),
                                    doses.orElseThrow(),
                                    quantity.orElseThrow(),
                                    days.orElseThrow(),
                                    directions))
                    : Optional.empty();
        }

        /** A reason that belongs to the verdict; none for a verdict that carries none. */
        private Optional<DecisionReason> reason(PrescriberVerdict verdict) {
            var reason =
                    oneOf(DecisionReason.values(), form.reason())
                            .filter(found -> found.explains(verdict));
            if (verdict.needsReason() && reason.isEmpty()) {
                wrong.put(
                        "reason",
                        form.reason().isEmpty()
                                ? "Choose the reason."
                                : "Choose a reason that belongs to this decision.");
            }
            return reason;
        }

        private Named named(PrescriberVerdict verdict) {
            var about = verdict.concernsOne() ? decision("about", form.about()) : null;
            if (verdict.concernsOne() && about == null) {
                wrong.put(VERDICT, "There is no prescription to renew, change or stop.");
            }
            return new Named(about, decision("corrects", form.corrects()));
        }

        private @Nullable DecisionId decision(String field, String typed) {
            try {
                return typed.isEmpty() ? null : DecisionId.of(typed);
            } catch (IllegalArgumentException unreadable) {
                wrong.put(field, "Choose one of the decisions shown.");
                return null;
            }
        }

        /** What another program supplies, as the monitoring report says. */
        private String elsewhere() {
            if (form.elsewhere().isEmpty()) {
                wrong.put(
                        "elsewhere",
                        "Write what the monitoring report says: NONE, or the last day it covers.");
            }
            if (form.elsewhere().isEmpty() || form.elsewhere().equals(SignedText.NONE_ELSEWHERE)) {
                return form.elsewhere();
            }
            try {
                return LocalDate.parse(form.elsewhere()).toString();
            } catch (DateTimeParseException unreadable) {
                wrong.put(
                        "elsewhere",
                        "Write NONE, or the last day it covers as year-month-day: 2026-12-31.");
                return "";
            }
        }

        private void sumsUp(OptionalInt units, OptionalInt doses, OptionalInt quantity) {
            if (units.isPresent()
                    && doses.isPresent()
                    && quantity.isPresent()
                    && units.getAsInt() * doses.getAsInt() != quantity.getAsInt()) {
                wrong.put(
                        "quantity",
                        "Quantity must be units a dose times doses: "
                                + units.getAsInt() * doses.getAsInt()
                                + ".");
            }
        }

        private Optional<BigDecimal> strength() {
            if (form.strengthMg().matches("\\d{1,4}(\\.\\d{1,2})?")) {
                var mg = new BigDecimal(form.strengthMg());
                if (mg.signum() > 0 && mg.compareTo(STRENGTH_MAX) <= 0) {
                    return Optional.of(mg.stripTrailingZeros());
                }
            }
            wrong.put(
                    "strengthMg",
                    "Enter the strength of one unit in milligrams, up to " + STRENGTH_MAX + ".");
            return Optional.empty();
        }

        private OptionalInt number(String field, String typed, int most) {
            if (typed.matches("\\d{1,3}")) {
                var number = Integer.parseInt(typed);
                if (number >= 1 && number <= most) {
                    return OptionalInt.of(number);
                }
            }
            wrong.put(field, "Enter a whole number from 1 to " + most + ".");
            return OptionalInt.empty();
        }

        private String text(String field, String typed, String demand, int most) {
            if (typed.length() < TEXT_MIN) {
                wrong.put(field, demand);
            } else if (typed.length() > most) {
                wrong.put(field, "Keep it under " + most + " characters.");
            }
            return typed;
        }

        private static <E extends Enum<E>> Optional<E> oneOf(E[] all, String name) {
            return Arrays.stream(all).filter(each -> each.name().equals(name)).findAny();
        }
    }
}
