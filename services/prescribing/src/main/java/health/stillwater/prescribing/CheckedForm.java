package health.stillwater.prescribing;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A decision form, read: a decision that can be made, or what is wrong with each field. */
sealed interface CheckedForm {

    /** Write this prescription. */
    record Approve(String words, String benefitRisk, String clinicalDifference, Medicine medicine)
            implements CheckedForm {}

    /** Write none, for this reason. */
    record Decline(DeclineReason reason, String words) implements CheckedForm {}

    /** Field by field, in words for the page. */
    record Wrong(Map<String, String> fieldErrors) implements CheckedForm {}

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
                return new Wrong(Map.of("verdict", "Choose approve or decline."));
            }
            return switch (verdict.get()) {
                case APPROVE -> approve();
                case DECLINE -> decline();
            };
        }

        private CheckedForm decline() {
            var reason = oneOf(DeclineReason.values(), form.reason());
            if (reason.isEmpty()) {
                wrong.put("reason", "Choose the reason.");
            }
            var words =
                    text(
                            "words",
                            form.words(),
                            "Say in your own words why, for the patient to read.",
                            TEXT_MAX);
            return wrong.isEmpty() ? new Decline(reason.orElseThrow(), words) : new Wrong(wrong);
        }

        private CheckedForm approve() {
            var words =
                    text(
                            "words",
                            form.words(),
                            "Say in your own words why, for the patient to read.",
                            TEXT_MAX);
            var benefitRisk =
                    text("benefitRisk", form.benefitRisk(), "Weigh benefit and risk.", TEXT_MAX);
            var difference =
                    text(
                            "clinicalDifference",
                            form.clinicalDifference(),
                            "Say what difference the compounded medicine makes for this patient.",
                            TEXT_MAX);
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
                    ? new Approve(
                            words,
                            benefitRisk,
                            difference,
                            new Medicine(
                                    dosageForm.orElseThrow(),
                                    strength.orElseThrow(),
                                    units.orElseThrow(),
                                    doses.orElseThrow(),
                                    quantity.orElseThrow(),
                                    days.orElseThrow(),
                                    directions))
                    : new Wrong(wrong);
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
